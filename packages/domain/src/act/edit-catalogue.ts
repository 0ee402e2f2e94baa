import type { Request } from "../commit.ts";
import type { EditionCommand, EditionRefusal } from "../edition/command.ts";
import { contentOf, entryOf, type Entry } from "../edition/content.ts";
import { editionDecider } from "../edition/decide.ts";
import type { Editions } from "../edition/edition.ts";
import { showEntry, type Showing } from "../edition/show-entry.ts";
import { statusAt } from "../edition/standing.ts";
import type { EntryId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { Ledger, Performed, Prepare } from "../perform.ts";
import { perform } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { Views } from "../port/views.ts";
import { draftObstacle, publishObstacle, withdrawObstacle, type Obstacle } from "./edition-obstacle.ts";

export interface Editing extends Ledger {
  readonly views: Showing["views"] & Pick<Views, "list">;
  readonly catalogue: Catalogue;
}

export type EntryRefusal = EditionRefusal | Obstacle;

export type Edited = Performed<Editions, EntryRefusal>;

type Prepared = Prepare<Editions, EditionCommand, EntryRefusal>;

/** Whatever an operator does to an entry, whoever reads the catalogue next finds it. */
const edit = async (deps: Editing, id: EntryId, prepare: Prepared, request: Request): Promise<Edited> => {
  const edited = await perform(deps, editionDecider, id, prepare, request);
  if (edited.kind === "done") await showEntry(deps, id);
  return edited;
};

export interface DraftInput {
  readonly drafted: Entry;
  /** The sequence number that the operator has seen; 0 for an entry that is new. */
  readonly basis: number;
}

/** Writes another edition of an entry, or the first of a new one. Nobody but operators sees it before it is published. */
export const draftEdition = (
  deps: Editing,
  { drafted, basis }: DraftInput,
  request: Request,
): Promise<Edited> => {
  const content = contentOf(drafted);
  const prepare: Prepared = async ({ state }) => {
    const refusal = draftObstacle(state, drafted);
    if (refusal !== undefined) return { refusal };
    return { command: { type: "draft", basis, content, digest: deps.digest(content) } };
  };
  return edit(deps, drafted.entry.id, prepare, request);
};

export interface EditionInput {
  readonly entry: EntryId;
  readonly edition: number;
  readonly basis: number;
}

/** Publishes an edition, at once or from an instant that has not passed. From then on it never changes. */
export const publishEdition = (
  deps: Editing,
  { entry, edition, basis, from }: EditionInput & { readonly from?: Instant },
  request: Request,
): Promise<Edited> => {
  const prepare: Prepared = async ({ state }) => {
    const known = state.find((each) => each.edition === edition);
    const isNew = known !== undefined && known.published === undefined;
    const refusal = isNew
      ? await publishObstacle(deps, state, entryOf(entry, edition, known.content))
      : undefined;
    if (refusal !== undefined) return { refusal };
    return { command: { type: "publish", basis, edition, ...(from === undefined ? {} : { from }) } };
  };
  return edit(deps, entry, prepare, request);
};

/** Discards a draft, calls off an edition whose day has not come, or ends one that stands. */
export const withdrawEdition = (
  deps: Editing,
  { entry, edition, basis }: EditionInput,
  request: Request,
): Promise<Edited> => {
  const prepare: Prepared = async ({ state }) => {
    const known = state.find((each) => each.edition === edition);
    const stands = known && statusAt(state, known, deps.clock.now()) === "standing";
    const refusal = stands ? await withdrawObstacle(deps, entryOf(entry, edition, known.content)) : undefined;
    return refusal === undefined ? { command: { type: "withdraw", basis, edition } } : { refusal };
  };
  return edit(deps, entry, prepare, request);
};
