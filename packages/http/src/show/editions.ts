import type * as Wire from "@window/contract/wire/edition.ts";
import { EntryCard } from "@window/domain/edition/card.ts";
import { kindOf } from "@window/domain/edition/content.ts";
import type { Edition, Editions } from "@window/domain/edition/edition.ts";
import { standingAt, statusAt } from "@window/domain/edition/standing.ts";
import { EntryId } from "@window/domain/id.ts";
import { type Instant, toIso } from "@window/domain/instant.ts";
import type { ViewRow } from "@window/domain/view.ts";
import { momentOr } from "./term.ts";

/** One edition as it is at an instant. */
export const showEdition = (editions: Editions, edition: Edition, at: Instant): Wire.EditionLine => ({
  edition: edition.edition,
  status: statusAt(editions, edition, at),
  origin: edition.origin,
  draftedAt: toIso(edition.draftedAt),
  from: momentOr(edition.published?.from),
  withdrawnAt: momentOr(edition.withdrawnAt),
});

export const showEditions = (
  entry: EntryId,
  { state, seq }: { readonly state: Editions; readonly seq: number },
  at: Instant,
): Wire.EntryEditions => ({
  entry,
  kind: kindOf(entry),
  seq,
  editions: state.map((edition) => showEdition(state, edition, at)),
});

/** An entry in the list of all. */
export const showEntryLine = ({ aggregate, body }: ViewRow, at: Instant) => {
  const entry = EntryId.parse(aggregate);
  const { drafts, editions } = EntryCard.parse(body);
  const [next] = editions
    .filter(({ published }) => published.from > at)
    .toSorted((one, other) => one.published.from - other.published.from);
  return {
    entry,
    kind: kindOf(entry),
    standing: standingAt(editions, at)?.edition ?? null,
    next: next === undefined ? null : { edition: next.edition, from: toIso(next.published.from) },
    drafts,
  };
};
