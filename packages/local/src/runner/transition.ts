import { fromIso, later, type Instant } from "@window/domain/instant.ts";
import type { StateMachine, Task } from "@window/workflow/state-machine.ts";
import type { Execution } from "./execution.ts";
import { at as read } from "./path.ts";

/** What a step needs and must not make itself: the legal instant, and the hash of a new token should it need one. */
export interface Moment {
  readonly at: Instant;
  readonly token: string;
}

/** Goes on from `name` until something has to be waited for. */
export const enter = (
  machine: StateMachine,
  from: Execution,
  name: string,
  moment: Moment,
  depth = 0,
): Execution => {
  const state = machine.States[name];
  const execution: Execution = { ...from, ...resting, state: name, entered: [...from.entered, name] };
  // A machine that passes more states than it has without a wait turns in a circle.
  if (state === undefined || depth > Object.keys(machine.States).length)
    return end(execution, "States.Runtime");
  switch (state.Type) {
    case "Succeed":
      return { ...execution, status: "succeeded" };
    case "Wait": {
      const until = instantAt(execution, state.TimestampPath);
      if (until === undefined) return end(execution, "States.Runtime");
      if (until <= moment.at) return enter(machine, execution, state.Next, moment, depth + 1);
      return { ...execution, status: "waiting", wakeAt: until };
    }
    case "Choice": {
      const found = state.Choices.map((choice) => ({ choice, value: read(execution.data, choice.Variable) }));
      if (found.some(({ value }) => value === undefined)) return end(execution, "States.Runtime");
      const taken = found.find(({ choice, value }) => value === choice.BooleanEquals)?.choice.Next;
      return enter(machine, execution, taken ?? state.Default, moment, depth + 1);
    }
    case "Task":
      return call({ ...execution, retries: state.Retry.map(() => 0) }, state, moment);
  }
};

/** What no rest inherits from the one before. */
export const resting = { retries: [], token: null, wakeAt: null } as const;

const end = (execution: Execution, failure: string): Execution => ({
  ...execution,
  ...resting,
  status: "failed",
  failure,
});

export const call = (
  execution: Execution,
  state: Task,
  { at, token }: Moment,
  timeout?: Instant | null,
): Execution => ({
  ...execution,
  status: "running",
  call: execution.seq,
  token: isCallback(state) ? token : null,
  wakeAt: timeout ?? (state.TimeoutSeconds === undefined ? null : later(at, state.TimeoutSeconds * 1000)),
});

/** The first retrier that names the error decides; when it is used up, the first catcher does; else it is the end. */
export const fail = (
  machine: StateMachine,
  execution: Execution,
  state: Task,
  error: string,
  moment: Moment,
): Execution => {
  const names = ({ ErrorEquals }: { readonly ErrorEquals: readonly string[] }): boolean =>
    ErrorEquals.includes(error) || ErrorEquals.includes("States.ALL");
  const index = state.Retry.findIndex(names);
  const retrier = state.Retry[index];
  const used = execution.retries[index] ?? 0;
  if (retrier !== undefined && used < retrier.MaxAttempts) {
    const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity } = retrier;
    const pause = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds);
    const retries = execution.retries.with(index, used + 1);
    return {
      ...execution,
      status: "backing-off",
      retries,
      token: null,
      wakeAt: later(moment.at, Math.ceil(pause * 1000)),
    };
  }
  const catcher = state.Catch?.find(names);
  return catcher ? enter(machine, execution, catcher.Next, moment) : end(execution, error);
};

const instantAt = (execution: Execution, path: string): Instant | undefined => {
  const value = read(execution.data, path);
  try {
    return typeof value === "string" ? fromIso(value) : undefined;
  } catch {
    return undefined;
  }
};

export const isCallback = (state: Task): boolean => state.Resource.endsWith(".waitForTaskToken");
