import type { Term as WireTerm } from "@window/contract/wire/moment.ts";
import type { Provenance } from "@window/domain/calendar/provenance.ts";
import type { Term } from "@window/domain/case/term.ts";
import type { Instant } from "@window/domain/instant.ts";
import { toIso } from "@window/domain/instant.ts";

/** A term with what a person has to know of its number: whether the date may move, whether the limit is an example. */
export const showTerm = (
  { due, lastDay, provisional, calendar }: Term,
  { provenance }: { readonly provenance: Provenance },
): WireTerm => ({
  due: toIso(due),
  lastDay,
  provisional,
  example: provenance.kind === "example",
  calendar,
});

export const momentOr = (instant: Instant | undefined): string | null =>
  instant === undefined ? null : toIso(instant);
