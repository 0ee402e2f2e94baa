import type { Execution } from "./execution.ts";

/**
 * What somebody has to look at:
 * - `function-failed`: a function threw; it is tried again, or the case becomes stuck, as the machine says;
 * - `execution-failed`: nothing is left to try, the execution has ended; `error` is the name of the error;
 * - `not-written`: the database refused a step; it is done again within a second or on the next start.
 */
export interface Trouble {
  readonly what: "function-failed" | "execution-failed" | "not-written";
  readonly execution?: Pick<Execution, "machine" | "name" | "state">;
  readonly error: unknown;
}

export type Report = (trouble: Trouble) => void;
