import { Instant } from "@window/domain/instant.ts";
import * as z from "zod";
import { Happening, Status, type Execution } from "./execution.ts";
import type { JsonObject } from "./path.ts";
import type { Moment } from "./transition.ts";

/** An execution and the number of its row. */
export interface Row {
  readonly id: number;
  readonly execution: Execution;
}

/** What happened, at which moment: replayed from the first, these give the execution again. */
export interface Event {
  readonly happening: Happening;
  readonly moment: Moment;
}

export interface Entry extends Event {
  /** The states it led into. */
  readonly entered: readonly string[];
}

/** An execution in the order of the columns that change. */
export const columns = (execution: Execution) =>
  [
    execution.seq,
    execution.state,
    JSON.stringify(execution.data),
    execution.status,
    execution.call,
    JSON.stringify(execution.retries),
    execution.token,
    execution.wakeAt,
    execution.failure,
    execution.at,
  ] as const;

const WakeRow = z.object({ wake_at: Instant.nullable() });
const EntryRow = z.object({ entered: z.string(), event: z.string(), token: z.string(), at: Instant });
const ExecutionRow = z.object({
  id: z.int(),
  machine: z.string(),
  name: z.string(),
  definition: z.string(),
  seq: z.int(),
  state: z.string(),
  data: z.string(),
  status: Status,
  call: z.int(),
  retries: z.string(),
  token: z.string().nullable(),
  wake_at: Instant.nullable(),
  failure: z.string().nullable(),
  at: Instant,
});
/** Parsed from JSON text, so its values are JSON. */
const Data = z.custom<JsonObject>(
  (data) => typeof data === "object" && data !== null && !Array.isArray(data),
);
const Retries = z.array(z.int());

export const rowOf = (row: unknown): Row | undefined => {
  if (row === undefined) return undefined;
  const { id, wake_at, data, retries, ...rest } = ExecutionRow.parse(row);
  const parsed: JsonObject = Data.parse(JSON.parse(data));
  return {
    id,
    execution: {
      ...rest,
      data: parsed,
      retries: Retries.parse(JSON.parse(retries)),
      wakeAt: wake_at,
      entered: [],
    },
  };
};

const IdRow = z.object({ id: z.int() });

export const idOf = (row: Record<string, unknown>): number => IdRow.parse(row).id;

export const entryOf = (row: unknown): Entry => {
  const { entered, event, token, at } = EntryRow.parse(row);
  return {
    happening: Happening.parse(JSON.parse(event)),
    moment: { at, token },
    entered: z.array(z.string()).parse(JSON.parse(entered)),
  };
};

export const wakeOf = (row: unknown): Instant | undefined => WakeRow.parse(row).wake_at ?? undefined;
