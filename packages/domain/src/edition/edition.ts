import type { Context } from "../decider.ts";
import type { Hash } from "../declared.ts";
import type { Instant } from "../instant.ts";
import type { Content } from "./content.ts";
import type { EditionEvent, Origin } from "./event.ts";

export interface Publication {
  readonly from: Instant;
  readonly at: Instant;
  readonly seq: number;
}

/** One wording of an entry. What it says never changes; what becomes of it does. */
export interface Edition {
  /** 1, 2, 3 … in the order of drafting. */
  readonly edition: number;
  readonly content: Content;
  readonly digest: Hash;
  readonly origin: Origin;
  readonly draftedAt: Instant;
  /** From when it stands, and when and as which commit of the stream that was decided. */
  readonly published?: Publication;
  readonly withdrawnAt?: Instant;
}

/** Everything that was ever drafted of one entry, in order. */
export type Editions = readonly Edition[];

const changed = (editions: Editions, number: number, change: Partial<Edition>): Editions =>
  editions.map((known) => (known.edition === number ? { ...known, ...change } : known));

export const evolve = (editions: Editions, event: EditionEvent, { at, seq }: Context): Editions => {
  switch (event.type) {
    case "edition.drafted.v1": {
      const { edition, content, digest, origin } = event;
      return [...editions, { edition, content, digest, origin, draftedAt: at }];
    }
    case "edition.published.v1":
      return changed(editions, event.edition, { published: { from: event.from, at, seq } });
    case "edition.withdrawn.v1":
      return changed(editions, event.edition, { withdrawnAt: at });
  }
};
