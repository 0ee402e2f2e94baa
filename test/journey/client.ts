import { callOf, type Sent } from "@window/client/call.ts";
import type { Operation } from "@window/contract/operation.ts";
import { Problem } from "@window/contract/problem.ts";
import assert from "node:assert/strict";
import type * as z from "zod";
import { eventually } from "../kit/eventually.ts";

/** What an operation asks for under a name: required where its schema requires anything, nothing where it has none. */
type Told<Name extends string, Schema, Narrowed = unknown> = Schema extends z.ZodType
  ? Partial<z.input<Schema>> extends z.input<Schema>
    ? Readonly<Partial<Record<Name, z.input<Schema> & Narrowed>>>
    : Readonly<Record<Name, z.input<Schema> & Narrowed>>
  : Readonly<Partial<Record<Name, undefined>>>;

/** What a right request of an operation says; wrong ones do not compile, and are sent with `send` and `refusal`. */
export type SentTo<O extends Operation> = Pick<Sent, "token" | "key" | "headers"> &
  Told<"params", O["params"], Readonly<Record<string, string>>> &
  Told<"query", O["query"], Readonly<Record<string, string | undefined>>> &
  Told<"body", O["body"]>;

type Given<O extends Operation> =
  Partial<SentTo<O>> extends SentTo<O> ? [sent?: SentTo<O>] : [sent: SentTo<O>];

/** An operation whose successful answers are all of one shape. */
type Answering<Schema extends z.ZodType> = Operation & {
  readonly answers: Readonly<Record<number, Schema | null>>;
};

export interface Client {
  /** The answer, parsed with the contract; fails when it is a problem or not what the contract says. */
  ask<Schema extends z.ZodType, O extends Answering<Schema>>(
    operation: O & Answering<Schema>,
    ...sent: Given<O>
  ): Promise<z.output<Schema>>;
  /** Fails unless the answer is empty, as the contract says it is. */
  done(operation: Operation, sent?: Sent): Promise<void>;
  /** The problem document; fails when it is none, or one that the operation does not announce. */
  refusal(operation: Operation, sent?: Sent): Promise<Problem>;
  send(operation: Operation, sent?: Sent): Promise<Response>;
}

/** `reach` stands in for fetch: somebody who does not take a broken connection for an answer. */
export const clientOf = (origin: string, reach: typeof fetch = fetch): Client => {
  const send = (operation: Operation, sent?: Sent): Promise<Response> => {
    const { address, init } = callOf(origin, operation, sent);
    return reach(address, init);
  };
  return {
    send,
    async ask(operation, ...[sent]) {
      const response = await send(operation, sent);
      const text = await response.text();
      const schema = operation.answers[response.status];
      assert.ok(schema, `${operation.method} ${operation.path}: ${response.status} ${text}`);
      return schema.parse(JSON.parse(text));
    },
    async done(operation, sent) {
      const response = await send(operation, sent);
      const text = await response.text();
      assert.equal(operation.answers[response.status], null, `${response.status} ${text}`);
      assert.equal(text, "");
    },
    async refusal(operation, sent) {
      return problemOf(await send(operation, sent));
    },
  };
};

/** Reads a problem document and holds it to RFC 9457 and to our promise: cause and remedy in both languages. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const text = await response.text();
  assert.equal(response.headers.get("content-type"), "application/problem+json", text);
  const problem = Problem.parse(JSON.parse(text));
  assert.equal(problem.status, response.status);
  assert.equal(problem.type, `/problems/${problem.code}`);
  for (const { cause, remedy } of [problem, ...problem.faults]) {
    assert.match(cause.zh, /\p{Script=Han}/u);
    assert.match(remedy.zh, /\p{Script=Han}/u);
    assert.match(cause.en, /[a-z]/i);
    assert.match(remedy.en, /[a-z]/i);
  }
  return problem;
};

/** Looks again and again until there is something to see. */
export const sooner = async <Seen>(what: string, look: () => Promise<Seen | undefined>): Promise<Seen> => {
  const seen = await eventually(look, (found) => found !== undefined);
  assert.ok(seen !== undefined, `${what} did not happen`);
  return seen;
};
