import type { Sent } from "@window/client/call.ts";
import type { Operation } from "@window/contract/operation.ts";
import { Problem } from "@window/contract/problem.ts";
import * as z from "zod";
import { clientOf } from "../journey/client.ts";

/** The window answered with a problem document where the story needs it to go on. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** An operation whose successful answers are all of one shape. */
type Answering<Schema extends z.ZodType> = Operation & {
  readonly answers: Readonly<Record<number, Schema | null>>;
};

/** Somebody who has nothing but HTTP and the contract. */
export type Visitor = {
  readonly origin: string;
  /** The answer, read with the contract's own schema. Rejects with Refusal. */
  ask<Schema extends z.ZodType>(operation: Answering<Schema>, sent?: Sent): Promise<z.output<Schema>>;
  /** The problem document of a request that has to be refused; undefined when it was not. */
  refusal(operation: Operation, sent?: Sent): Promise<Problem | undefined>;
};

export const visitorOf = (origin: string): Visitor => {
  const client = clientOf(origin);
  return {
    origin,
    async ask(operation, sent) {
      const response = await client.send(operation, sent);
      const body = z.json().parse(await response.json());
      const schema = operation.answers[response.status];
      if (!schema) throw new Refusal(Problem.parse(body));
      return schema.parse(body);
    },
    async refusal(operation, sent) {
      const response = await client.send(operation, sent);
      return response.ok ? undefined : Problem.parse(await response.json());
    },
  };
};
