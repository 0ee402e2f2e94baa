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
  if (state.Type !== "Task" || happening.type === "started" || !concerns(before, happening, moment))
    return undefined;
  switch (happening.type) {
    case "resumed":
      return call(execution, state, moment, before.wakeAt);
    case "returned":
      return isCallback(state)
        ? { ...execution, status: "asked" }
        : enter(machine, execution, state.Next, moment);
    case "threw":
      return fail(machine, execution, state, happening.error, moment);
    case "completed":
      return succeed(machine, execution, state, happening.output, moment);
    case "failed":
      return fail(machine, execution, state, happening.cause, moment);
  }
};

type OfTask = Exclude<Happening, { type: "started" | "due" }>;

/** A call counts while it is the latest and still runs; a token until its task's timeout, also while the function runs. */
const concerns = (before: Execution, happening: OfTask, { at }: Moment): boolean => {
  switch (happening.type) {
    case "resumed":
      return before.status === "running";
    case "returned":
    case "threw":
      return before.status === "running" && before.call === happening.call;
    case "completed":
    case "failed":
      return before.token !== null && before.wakeAt !== null && at < before.wakeAt;
  }
};

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
