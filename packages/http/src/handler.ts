import type { Answered, Asked, Operation } from "@window/contract/operation.ts";
import type { Request as Keyed } from "@window/domain/commit.ts";
import type { Context } from "hono";
import type { ApiDeps } from "./api-deps.ts";
import type { Principal } from "./principal.ts";
import type { Refused } from "./refused.ts";

/** What came in for one operation, parsed by its own schemas. */
export interface Call {
  readonly operation: Operation;
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
  readonly principal?: Principal;
  /** What a write is known by afterwards. */
  readonly request?: Keyed;
}

type Who<O extends Operation> = O["access"] extends "anyone" | "signed"
  ? unknown
  : { readonly principal: Principal };
type Doing<O extends Operation> = O["keyed"] extends true ? { readonly request: Keyed } : unknown;

/** The same, as the handler of the operation sees it. */
export type CallOf<O extends Operation> = Asked<O> & Who<O> & Doing<O>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What does an operation, once its call is parsed. */
export interface Handler {
  readonly operation: Operation;
  readonly act: (deps: ApiDeps, call: Call) => Promise<Answer | Refused>;
}

/** What comes signed is read as raw bytes and has a way of its own. */
export interface Receiver {
  readonly operation: Operation;
  readonly receive: (deps: ApiDeps, context: Context) => Promise<Answer | Refused>;
}

/**
 * The compiler cannot follow a schema out of a table and back; this says what `readCall` has made sure of: a call of an
 * operation was parsed with its schemas, and has a principal and a key where the operation asks for them.
 */
const isCallOf = <O extends Operation>(operation: O, call: Call): call is Call & CallOf<O> =>
  call.operation === operation;

/** A handler with the exact types of its operation, to be put into the table of all of them. */
export const handle = <O extends Operation>(
  operation: O,
  act: (deps: ApiDeps, call: CallOf<O>) => Promise<Answered<O> | Refused>,
): Handler => ({
  operation,
  act: async (deps, call) => {
    if (!isCallOf(operation, call)) throw new Error("a call went to the handler of another operation");
    return act(deps, call);
  },
});
