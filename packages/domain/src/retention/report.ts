import * as z from "zod";
import type { Decider } from "../decider.ts";
import { readOnce } from "../decider.ts";
import { FeedHour } from "../feed.ts";
import { ReportId } from "../id.ts";
import { toIso, type Instant } from "../instant.ts";
import type { ViewRow } from "../view.ts";
import { Retained } from "./period.ts";

const hour = FeedHour.meta({ declared: "code" });

/**
 * What one run did with one kind of record: which hours of the log it went over, and how many records it found there
 * whose time had passed. Numbers and hours, nothing about anybody.
 */
export const Report = z.object({
  record: Retained,
  /** First hour gone over, and the first that was not. */
  from: hour,
  until: hour,
  erased: z.int().nonnegative(),
  /** Due, and kept because somebody objects or sues. */
  held: z.int().nonnegative(),
});
export type Report = z.infer<typeof Report>;

export const RetentionEvent = z.object({ type: z.literal("retention.ran.v1"), ...Report.shape });
export type RetentionEvent = z.infer<typeof RetentionEvent>;

export type ReportState = (Report & { readonly at: Instant }) | undefined;

/** Named by the kind of record and where the run began, so that of two runs from there exactly one counts. */
export const reportIdOf = (record: Retained, from: FeedHour): ReportId =>
  ReportId.parse(`ret_${record}-${from.toLowerCase()}`);

/** A stream of one commit; a second run from the same hour finds the first one's report. */
export const reportDecider: Decider<ReportState, Report, RetentionEvent, never> = {
  initial: undefined,
  decide: (state, report) => ({
    events: state === undefined ? [{ type: "retention.ran.v1", ...report }] : [],
  }),
  evolve: (_, { type: _type, ...report }, { at }) => ({ ...report, at }),
  folded: new WeakMap(),
  read: readOnce((event) => RetentionEvent.parse(event)),
};

/** The list of all reports. Some a day, so one partition will do. */
export const REPORTS = "retention-reports";

export const rowsOfReport = (id: ReportId, state: ReportState, seq: number): readonly ViewRow[] =>
  state === undefined
    ? []
    : [
        {
          view: "card",
          aggregate: id,
          seq,
          partition: REPORTS,
          sort: `${toIso(state.at)}#${id}`,
          body: state,
        },
      ];
