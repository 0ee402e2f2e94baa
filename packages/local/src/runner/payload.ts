import type { Task } from "@window/workflow/state-machine.ts";
import type { Execution } from "./execution.ts";
import { at, type JsonObject } from "./path.ts";

/** The payload of a task's function, with the token where the definition wants it. Throws when a path leads nowhere. */
export const payloadOf = (state: Task, execution: Execution, token: string): JsonObject => {
  const { Payload } = state.Parameters;
  if (Payload === undefined) return execution.data;
  const filled = Object.entries(Payload).map(([key, path]) => {
    const value = path === "$$.Task.Token" ? token : at(execution.data, path);
    if (value === undefined) throw new PathFailure();
    return [key.slice(0, -".$".length), value] as const;
  });
  return Object.fromEntries(filled);
};

class PathFailure extends Error {
  override readonly name = "States.ParameterPathFailure";
}
