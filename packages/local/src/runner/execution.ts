import type { Instant } from "@window/domain/instant.ts";
import type { Json } from "@window/domain/port/workflow.ts";
import * as z from "zod";
import type { JsonObject } from "./path.ts";

/**
 * Where an execution rests between two events:
 * - `running`: a function is called, or has to be called again after a crash;
 * - `asked`: the function of a callback task has returned, its token is out;
 * - `waiting` in a Wait state; `backing-off` before the next try; `succeeded` and `failed` are the ends.
 */
export const Status = z.enum(["running", "asked", "waiting", "backing-off", "succeeded", "failed"]);
export type Status = z.infer<typeof Status>;

export interface Execution {
  readonly machine: string;
  readonly name: string;
  /** Hash of the definition it was started with: a new version changes nothing for who is under way. */
  readonly definition: string;
  /** How many events it has seen; also the number of the latest. */
  readonly seq: number;
  readonly state: string;
  readonly data: JsonObject;
  readonly status: Status;
  /** The event by which the running function was called: what an earlier call brings back is too late. */
  readonly call: number;
  /** Tries after the first, counted per retrier since the state was entered. */
  readonly retries: readonly number[];
  /** SHA-256 of the token that is out. The token itself is never stored. */
  readonly token: string | null;
  /** Legal instant of the end of a wait, of a pause between tries, or of a task's timeout. */
  readonly wakeAt: Instant | null;
  /** Name of the error that ended it. */
  readonly failure: string | null;
  /** The states that the latest event led into, in order; only the journal keeps them. */
  readonly entered: readonly string[];
  /** Legal instant of the latest event. */
  readonly at: Instant;
}

const json: z.ZodType<Json> = z.json();

/** All that can happen to an execution. With the instant and the token's hash it decides the next one, always the same. */
export const Happening = z.discriminatedUnion("type", [
  z.object({ type: z.literal("started"), input: z.record(z.string(), z.string()) }),
  /** The process ended while a function ran, or could not write down what it brought. */
  z.object({ type: z.literal("resumed") }),
  z.object({ type: z.literal("returned"), call: z.int() }),
  z.object({ type: z.literal("threw"), call: z.int(), error: z.string() }),
  z.object({ type: z.literal("completed"), output: json }),
  z.object({ type: z.literal("failed"), cause: z.string() }),
  /** `wakeAt` has come. */
  z.object({ type: z.literal("due") }),
]);
export type Happening = z.infer<typeof Happening>;
