import { EntryId } from "../id.ts";
import type { Views } from "../port/views.ts";
import { CATALOGUE, EntryCard } from "./card.ts";

export interface Card {
  readonly seq: number;
  readonly editions: EntryCard["editions"];
}

/** Every entry of the catalogue by its id, with what stands of it and what is going to. */
export type Cards = ReadonlyMap<EntryId, Card>;

/** Entries of one page; the store gives fewer when they are long. */
const PAGE = 100;

export const readCards = async (views: Pick<Views, "list">): Promise<Cards> => {
  const cards = new Map<EntryId, Card>();
  let after: string | undefined;
  do {
    const page = await views.list(CATALOGUE.view, CATALOGUE.partition, {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { aggregate, seq, body } of page.rows)
      cards.set(EntryId.parse(aggregate), { seq, editions: EntryCard.parse(body).editions });
    after = page.next;
  } while (after !== undefined);
  return cards;
};
