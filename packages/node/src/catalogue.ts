import { entryOf, type Content, type Entry } from "@window/domain/edition/content.ts";
import { editionDecider } from "@window/domain/edition/decide.ts";
import { offerOf, type Offer } from "@window/domain/edition/offer.ts";
import { readCards, type Cards } from "@window/domain/edition/read-cards.ts";
import { standingAt } from "@window/domain/edition/standing.ts";
import type { EntryId } from "@window/domain/id.ts";
import type { Instant } from "@window/domain/instant.ts";
import { current } from "@window/domain/perform.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import { NothingPublished } from "@window/domain/port/nothing-published.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { Views } from "@window/domain/port/views.ts";

export interface Reading {
  readonly views: Pick<Views, "list">;
  readonly store: Pick<EventStore, "load">;
  readonly clock: LegalClock;
}

/** Design §3: readers keep what stands at most 60 seconds. */
const FRESH = 60_000;

/** Rows never go, and an older one never says more: an index that is behind or being rebuilt takes nothing away. */
const merged = (known: Cards, read: Cards): Cards => {
  const newer = [...read].filter(([id, { seq }]) => seq >= (known.get(id)?.seq ?? 0));
  return new Map([...known, ...newer]);
};

const offered = (entries: readonly Entry[]): Offer => {
  const of = <Kind extends Entry["kind"]>(kind: Kind) =>
    entries.filter((known): known is Extract<Entry, { kind: Kind }> => known.kind === kind);
  const [calendar] = of("calendar");
  if (calendar === undefined) throw new NothingPublished();
  return offerOf({
    items: of("item").map(({ entry }) => entry),
    windows: of("window").map(({ entry }) => entry),
    departments: of("department").map(({ entry }) => entry),
    calendar: calendar.entry,
  });
};

/** A published edition never changes, so each is parsed once. */
const openParsed = () => {
  const parsed = new Map<string, Entry>();
  return {
    get: (id: EntryId, edition: number) => parsed.get(`${id}#${String(edition)}`),
    put: (id: EntryId, edition: number, content: Content): Entry => {
      const key = `${id}#${String(edition)}`;
      const entry = parsed.get(key) ?? entryOf(id, edition, content);
      parsed.set(key, entry);
      return entry;
    },
  };
};

/**
 * The catalogue as a process reads it: one list for all that stands, kept for a minute; the streams for a version that
 * is not among it, kept for good.
 */
export const openCatalogue = ({ views, store, clock }: Reading): Catalogue => {
  const parsed = openParsed();
  let cards: Cards = new Map();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  let last: { readonly offer: Offer; readonly until: number } | undefined;

  const read = async (): Promise<void> => {
    const at = clock.now();
    cards = merged(cards, await readCards(views));
    // Whoever waits for the first import asks again.
    readAt = cards.size === 0 ? Number.NEGATIVE_INFINITY : at;
    last = undefined;
  };
  const refresh = (): Promise<void> => {
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  };
  const make = (now: Instant): { readonly offer: Offer; readonly until: number } => {
    const entries = [...cards].flatMap(([id, { editions }]) => {
      const standing = standingAt(editions, now);
      return standing === undefined ? [] : [parsed.put(id, standing.edition, standing.content)];
    });
    const days = [...cards.values()].flatMap(({ editions }) =>
      editions.map(({ published }) => published.from),
    );
    return { offer: offered(entries), until: Math.min(...days.filter((from) => from > now)) };
  };

  return {
    async current() {
      if (clock.now() - readAt >= FRESH) await refresh();
      const now = clock.now();
      if (last === undefined || now >= last.until) last = make(now);
      return last.offer;
    },

    async item(id, version) {
      const known = parsed.get(id, version);
      if (known?.kind === "item") return known.entry;
      const { state } = await current(store, editionDecider, id);
      const found = state.find(({ edition, published }) => edition === version && published !== undefined);
      const entry = found && parsed.put(id, version, found.content);
      return entry?.kind === "item" ? entry.entry : undefined;
    },
  };
};
