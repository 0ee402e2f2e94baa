import type { ActorId, CaseId, OpeningId } from "../id.ts";
import { toIso } from "../instant.ts";
import { tombstone, type ViewRow } from "../view.ts";
import type { OpeningState } from "./opening.ts";

/** Where the openings of a case are listed; only under the name of whom the case belongs to. */
export const openingsOf = (owner: ActorId, subject: CaseId): string => `openings#${owner}#${subject}`;

export const rowsOfOpening = (id: OpeningId, state: OpeningState, seq: number): readonly ViewRow[] => {
  if (state === undefined) return [];
  const { case: subject, owner, at, lapsed, ...rest } = state;
  if (lapsed) return [tombstone("card", id, seq)];
  return [
    {
      view: "card",
      aggregate: id,
      seq,
      partition: openingsOf(owner, subject),
      sort: `${toIso(at)}#${id}`,
      body: { at, ...rest },
    },
  ];
};
