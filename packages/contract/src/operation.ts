import type { Purpose } from "@window/domain/opening/event.ts";
import type { Text } from "@window/domain/text.ts";
import type * as z from "zod";
import type { ProblemCode } from "./problems.ts";

/**
 * Who may call an operation; packages/http/src/access.ts says which roles that are and how the thing must stand to them:
 * - `anyone`: no token is asked for; `signed`: none either, the body is signed with the department's secret;
 * - `applicant`: any of them; `owner`: an applicant, for what is their own; `department`: for what it was asked;
 * - `clerk`: at their own window; `officer`: a clerk there, or whoever handles the employer; `staff`: a clerk there, or a
 *   supervisor; `supervisor`, `operator`: for everything that the operation gives.
 */
export type AccessRule =
  | "anyone"
  | "signed"
  | "applicant"
  | "owner"
  | "department"
  | "clerk"
  | "officer"
  | "staff"
  | "supervisor"
  | "operator";

/** One thing that can be asked of the window over HTTP. OpenAPI, the routes and the test client are made from it. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  /** With parameters in braces, as OpenAPI writes it. */
  readonly path: `/${string}`;
  readonly summary: Text;
  readonly access: AccessRule;
  /** A write: it carries an `Idempotency-Key`, so that asking twice is asking once. */
  readonly keyed: boolean;
  /** Staff open one person's case with it: recorded with this purpose before anything is answered, and shown to the person. */
  readonly opens?: Purpose;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Required headers beside those every request may have, by lower-case name. */
  readonly headers?: z.ZodObject;
  /** What is sent, as JSON. */
  readonly body?: z.ZodType;
  readonly bodyTypes?: readonly string[];
  /** What is answered, by status; null is an empty answer. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** What can go wrong beside what can go wrong with every operation. */
  readonly problems: readonly ProblemCode[];
}

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

/** What a handler of the operation is given, parsed. */
export interface Asked<O extends Operation> {
  readonly params: Parsed<O["params"]>;
  readonly query: Parsed<O["query"]>;
  readonly headers: Parsed<O["headers"]>;
  readonly body: Parsed<O["body"]>;
}

type Statuses<O extends Operation> = keyof O["answers"] & number;
type Content<Schema> = Schema extends z.ZodType ? z.input<Schema> : null;

/** What a handler of the operation may answer: one of its statuses with the body that belongs to it. */
export type Answered<O extends Operation> = {
  [Status in Statuses<O>]: {
    readonly status: Status;
    readonly body: Content<O["answers"][Status]>;
    readonly headers?: Readonly<Record<string, string>>;
  };
}[Statuses<O>];

/** Checks the shape of a description and keeps its exact type. */
export const operation = <const O extends Operation>(described: O): O => described;
