import type { Operation } from "@window/contract/operation.ts";
import { Problem } from "@window/contract/problem.ts";
import type * as z from "zod";

/** What a request says beside which operation it is. */
export type Asked = {
  readonly params?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** `Idempotency-Key`: the same on every run of one story, so that a story killed in the middle meets itself. */
  readonly key?: string;
  readonly body?: unknown;
};

/** The window answered with a problem document where the story needs it to go on. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Somebody who has nothing but HTTP and the contract. */
export type Visitor = {
  readonly origin: string;
  /** The answer, read with the contract's own schema. Rejects with Refusal. */
  ask<Schema extends z.ZodType>(
    operation: Operation,
    schema: Schema,
    asked?: Asked,
  ): Promise<z.infer<Schema>>;
  /** The problem document of a request that has to be refused; undefined when it was not. */
  refusal(operation: Operation, asked?: Asked): Promise<Problem | undefined>;
};

export const visitorOf = (origin: string): Visitor => {
  const send = ({ method, path }: Operation, { params = {}, token, key, body }: Asked): Promise<Response> => {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ""),
    );
    return fetch(origin + address, {
      method: method.toUpperCase(),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
  };
  return {
    origin,
    async ask(operation, schema, asked = {}) {
      const response = await send(operation, asked);
      const body: unknown = await response.json();
      if (!response.ok) throw new Refusal(Problem.parse(body));
      return schema.parse(body);
    },
    async refusal(operation, asked = {}) {
      const response = await send(operation, asked);
      const body: unknown = await response.json();
      return response.ok ? undefined : Problem.parse(body);
    },
  };
};
