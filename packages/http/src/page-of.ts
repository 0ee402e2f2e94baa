import { toIso, Instant } from "@window/domain/instant.ts";
import type { Views } from "@window/domain/port/views.ts";
import type { ViewRow } from "@window/domain/view.ts";
import type * as z from "zod";
import { readPage, type List, type Page } from "./read-page.ts";

/** Members of view rows that are instants; on the wire they are ISO 8601. */
const MOMENTS = new Set([
  "draftedAt",
  "submittedAt",
  "receivedAt",
  "openedAt",
  "due",
  "at",
  "stuckAt",
  "since",
  "resumptionAskedAt",
  "sentAt",
  "deliveredAt",
  "failedAt",
  "lastCalledAt",
]);

/** The body of a row with its instants as they are written. */
export const onTheWire = ({ body }: Pick<ViewRow, "body">): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      MOMENTS.has(name) && typeof value === "number" ? toIso(Instant.parse(value)) : value,
    ]),
  );

/** One page of a list, each row as its line of the contract. `more` adds what no view keeps. */
export const pageOf = async <Line extends z.ZodType>(
  views: Pick<Views, "list">,
  list: List,
  page: Page,
  line: Line,
  more: (row: ViewRow) => Readonly<Record<string, unknown>> = () => ({}),
): Promise<{ rows: z.output<Line>[]; next?: string }> => {
  const { rows, next } = await readPage(views, list, page);
  return {
    rows: rows.map((row) => line.parse({ ...onTheWire(row), ...more(row) })),
    ...(next === undefined ? {} : { next }),
  };
};
