import type { Term as WireTerm } from "@window/contract/wire/moment.ts";
import type { Limit } from "@window/domain/calendar/limit.ts";
import type { Term } from "@window/domain/case/event.ts";
import type { Instant } from "@window/domain/instant.ts";
import { toIso } from "@window/domain/instant.ts";

/** A term with what a person has to know of its number: whether the date may move, whether the limit is an example. */
export const showTerm = ({ due, lastDay, provisional, calendar }: Term, limit: Limit): WireTerm => ({
  due: toIso(due),
  lastDay,
  provisional,
  example: limit.provenance.kind === "example",
  calendar,
});

export const momentOr = (instant: Instant | undefined): string | null =>
  instant === undefined ? null : toIso(instant);
