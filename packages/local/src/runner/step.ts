import type { Json } from "@window/domain/port/workflow.ts";
import type { State, StateMachine, Task } from "@window/workflow/state-machine.ts";
import type { Execution, Happening } from "./execution.ts";
import { put, type JsonObject } from "./path.ts";
import { call, enter, fail, isCallback, resting, type Moment } from "./transition.ts";

/** The first rest of an execution of `machine`, whose definition has the hash `definition`. */
export const begin = (
  machine: StateMachine,
  named: Pick<Execution, "machine" | "name" | "definition">,
  input: JsonObject,
  moment: Moment,
): Execution => {
  const fresh = {
    ...named,
    ...resting,
    seq: 1,
    state: machine.StartAt,
    data: input,
    call: 0,
    failure: null,
    entered: [],
    at: moment.at,
  };
  return enter(machine, { ...fresh, status: "running" }, machine.StartAt, moment);
};

/** The next rest of an execution, or undefined when what happened no longer concerns it: late, repeated, after the end. */
export const next = (
  machine: StateMachine,
  before: Execution,
  happening: Happening,
  moment: Moment,
): Execution | undefined => {
  const execution = { ...before, seq: before.seq + 1, entered: [], at: moment.at };
  const state = machine.States[before.state];
  if (state === undefined) return undefined;
  if (happening.type === "due") return due(machine, execution, state, moment);
  if (state.Type !== "Task") return undefined;
  switch (happening.type) {
    case "started":
      return undefined;
    case "resumed":
      return before.status === "running" ? call(execution, state, moment, before.wakeAt) : undefined;
    case "returned":
      if (before.status !== "running" || before.call !== happening.call) return undefined;
      if (isCallback(state)) return { ...execution, status: "asked" };
      return enter(machine, execution, state.Next, moment);
    case "threw":
      if (before.status !== "running" || before.call !== happening.call) return undefined;
      return fail(machine, execution, state, happening.error, moment);
    case "completed":
      return isOut(before, moment) ? succeed(machine, execution, state, happening.output, moment) : undefined;
    case "failed":
      return isOut(before, moment) ? fail(machine, execution, state, happening.cause, moment) : undefined;
  }
};

const isOut = (execution: Execution, { at }: Moment): boolean =>
  execution.token !== null && execution.wakeAt !== null && at < execution.wakeAt;

const due = (
  machine: StateMachine,
  execution: Execution,
  state: State,
  moment: Moment,
): Execution | undefined => {
  if (execution.wakeAt === null || moment.at < execution.wakeAt) return undefined;
  if (state.Type === "Wait") return enter(machine, execution, state.Next, moment);
  if (state.Type !== "Task") return undefined;
  if (execution.status === "backing-off") return call(execution, state, moment);
  return fail(machine, execution, state, "States.Timeout", moment);
};

const succeed = (
  machine: StateMachine,
  execution: Execution,
  state: Task,
  result: Json,
  moment: Moment,
): Execution =>
  enter(machine, { ...execution, data: put(execution.data, state.ResultPath, result) }, state.Next, moment);
