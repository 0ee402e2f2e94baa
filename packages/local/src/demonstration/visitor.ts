import type { Operation } from "@window/contract/operation.ts";
import { Problem } from "@window/contract/problem.ts";
import type * as z from "zod";

/** What a request says beside which operation it is. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** `Idempotency-Key`: what was asked before under it is answered as it was then. */
  readonly key?: string;
}

/** An operation whose successful answers are all of one shape. */
type Answering<Schema extends z.ZodType> = Operation & {
  readonly answers: Readonly<Record<number, Schema | null>>;
};

type Saying = Pick<Problem, "code" | "faults">;

/** The API said no: which operation, and the code of the problem. */
export class Declined extends Error {
  override readonly name = "Declined";
  readonly code: Saying["code"];
  constructor({ method, path }: Operation, { code, faults }: Saying) {
    super(`${method} ${path}: ${[code, ...faults.map(({ field }) => field)].join(" ")}`);
    this.code = code;
  }
}

/** Somebody of the demonstration who is signed in and asks the API of the window, like anybody outside. */
export interface Visitor {
  /** The answer, parsed with the contract. Throws Declined for a problem. */
  ask<Schema extends z.ZodType>(operation: Answering<Schema>, sent?: Sent): Promise<z.output<Schema>>;
}

export interface Door {
  /** Where the window is. */
  readonly origin: string;
  /** The API, whoever stands before it. */
  readonly api: (request: Request) => Promise<Response>;
  /** An access token of somebody, fresh for the next minutes. */
  readonly tokenOf: (person: string) => Promise<string>;
}

const addressOf = ({ path }: Operation, { params = {}, query = {} }: Sent): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(query).toString();
  return search === "" ? filled : `${filled}?${search}`;
};

const sayingOf = (body: unknown): Saying =>
  Problem.safeParse(body).data ?? { code: "no-problem-document", faults: [] };

export const visitorAt = ({ origin, api, tokenOf }: Door, person: string): Visitor => ({
  async ask(operation, sent = {}) {
    const request = new Request(origin + addressOf(operation, sent), {
      method: operation.method.toUpperCase(),
      headers: {
        authorization: `Bearer ${await tokenOf(person)}`,
        ...(sent.key === undefined ? {} : { "idempotency-key": sent.key }),
        ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
        ...sent.headers,
      },
      body: sent.body === undefined ? null : JSON.stringify(sent.body),
    });
    const response = await api(request);
    const body: unknown = await response.json();
    const schema = operation.answers[response.status];
    if (schema === undefined || schema === null) throw new Declined(operation, sayingOf(body));
    return schema.parse(body);
  },
});
