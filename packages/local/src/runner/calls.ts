import type { Definitions } from "./definitions.ts";
import type { Execution, Happening } from "./execution.ts";
import type { JsonObject } from "./path.ts";
import { payloadOf } from "./payload.ts";
import type { Report } from "./trouble.ts";

/** A function of the machines. It runs at least once. What it returns is dropped: a round is answered by its token. */
export type Handler = (payload: JsonObject) => Promise<unknown>;

/** Calls the function of the task an execution rests in; what it throws becomes the error of that name. */
export const caller =
  (definitions: Definitions, handlers: Readonly<Record<string, Handler>>, report: Report) =>
  async (execution: Execution, token: string): Promise<Happening> => {
    const { call } = execution;
    try {
      const state = definitions.byHash(execution.definition).States[execution.state];
      const handler = state?.Type === "Task" ? handlers[state.Parameters.FunctionName] : undefined;
      if (state?.Type !== "Task" || handler === undefined)
        throw new Error(`nothing to call in ${execution.state}`);
      await handler(payloadOf(state, execution, token));
      return { type: "returned", call };
    } catch (error) {
      report({ what: "function-failed", execution, error });
      return { type: "threw", call, error: error instanceof Error ? error.name : "Error" };
    }
  };
