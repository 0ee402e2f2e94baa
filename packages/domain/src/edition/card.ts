import * as z from "zod";
import type { EntryId } from "../id.ts";
import { Instant } from "../instant.ts";
import type { ViewRow } from "../view.ts";
import { Content } from "./content.ts";
import type { Editions } from "./edition.ts";
import { isScheduled, standingAt } from "./standing.ts";

/** The list from which every reader of the catalogue reads it whole. */
export const CATALOGUE = { view: "card", partition: "catalogue" } as const;

/** What a reader needs of an entry: the edition that stands and those that are going to. */
export const EntryCard = z.object({
  drafts: z.int().nonnegative(),
  editions: z.array(
    z.object({
      edition: z.int().positive(),
      published: z.object({ from: Instant, at: Instant, seq: z.int().positive() }),
      content: Content,
    }),
  ),
});
export type EntryCard = z.infer<typeof EntryCard>;

const lastChange = (editions: Editions): Instant => {
  const changes = editions.flatMap(({ draftedAt, published, withdrawnAt }) => [
    draftedAt,
    published?.at ?? draftedAt,
    withdrawnAt ?? draftedAt,
  ]);
  return Instant.parse(Math.max(...changes));
};

/**
 * The one row of an entry. What stood at the last change or was going to then is in it, so it needs no renewal when a day
 * comes: readers see by their clock which edition stands.
 */
export const rowsOfEntry = (id: EntryId, editions: Editions, seq: number): readonly ViewRow[] => {
  if (editions.length === 0) return [];
  const at = lastChange(editions);
  const standing = standingAt(editions, at);
  const body: EntryCard = {
    drafts: editions.filter(({ published, withdrawnAt }) => (published ?? withdrawnAt) === undefined).length,
    editions: editions.flatMap((each) => {
      const { edition, content, published } = each;
      const needed = each === standing || isScheduled(each, at);
      return needed && published !== undefined ? [{ edition, published, content }] : [];
    }),
  };
  return [{ ...CATALOGUE, aggregate: id, seq, sort: id, body }];
};
