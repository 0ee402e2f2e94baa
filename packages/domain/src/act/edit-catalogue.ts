import type { Request } from "../commit.ts";
import type { EditionCommand, EditionRefusal } from "../edition/command.ts";
import { contentOf, entryOf, type Entry } from "../edition/content.ts";
import { editionDecider } from "../edition/decide.ts";
import type { Editions } from "../edition/edition.ts";
import type { Offer } from "../edition/offer.ts";
import { showEntry, type Showing } from "../edition/show-entry.ts";
import { statusAt } from "../edition/standing.ts";
import type { EntryId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { Item, ItemId } from "../item/item.ts";
import type { Ledger, Performed, Prepare } from "../perform.ts";
import { perform } from "../perform.ts";
import type { DepartmentId } from "../place/department.ts";
import type { Catalogue } from "../port/catalogue.ts";

export interface Editing extends Ledger {
  readonly views: Showing["views"];
  readonly catalogue: Catalogue;
}

export type EntryRefusal =
  | EditionRefusal
  | { readonly code: "no-such-entry" }
  /** Every version of the calendar has a name of its own, because every due date names the one it was reckoned with. */
  | { readonly code: "calendar-version-taken" }
  | { readonly code: "calendar-needed" }
  | { readonly code: "department-not-there"; readonly departments: readonly DepartmentId[] }
  | { readonly code: "still-asked"; readonly items: readonly ItemId[] };

export type Edited = Performed<Editions, EntryRefusal>;

type Prepared = Prepare<Editions, EditionCommand, EntryRefusal>;

/** Whatever an operator does to an entry, whoever reads the catalogue next finds it. */
const edit = async (deps: Editing, id: EntryId, prepare: Prepared, request: Request): Promise<Edited> => {
  const edited = await perform(deps, editionDecider, id, prepare, request);
  if (edited.kind === "done") await showEntry(deps, id);
  return edited;
};

const departmentsOf = ({ ways }: Item): readonly DepartmentId[] =>
  ways.flatMap(({ rounds }) => rounds.flat().map(({ department }) => department));

/** The window reckons with one calendar; another year is another edition of it. */
const draftObstacle = (editions: Editions, { kind, entry }: Entry): EntryRefusal | undefined => {
  if (kind !== "calendar") return undefined;
  if (editions.length === 0) return { code: "no-such-entry" };
  const taken = editions.some(({ content }) => content["version"] === entry.version);
  return taken ? { code: "calendar-version-taken" } : undefined;
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

const publishObstacle = (offer: Offer, { kind, entry }: Entry): EntryRefusal | undefined => {
  if (kind !== "item") return undefined;
  const strangers = departmentsOf(entry).filter((id) => offer.department(id) === undefined);
  return strangers.length === 0
    ? undefined
    : { code: "department-not-there", departments: [...new Set(strangers)] };
};

/** Publishes an edition, at once or from an instant that has not passed. From then on it never changes. */
export const publishEdition = (
  deps: Editing,
  { entry, edition, basis, from }: EditionInput & { readonly from?: Instant },
  request: Request,
): Promise<Edited> => {
  const prepare: Prepared = async ({ state }) => {
    const known = state.find((each) => each.edition === edition);
    const refusal =
      known && publishObstacle(await deps.catalogue.current(), entryOf(entry, edition, known.content));
    if (refusal !== undefined) return { refusal };
    return { command: { type: "publish", basis, edition, ...(from === undefined ? {} : { from }) } };
  };
  return edit(deps, entry, prepare, request);
};

/** What stands and is needed by something else stays until something else stands in its place. */
const withdrawObstacle = (offer: Offer, { kind, entry }: Entry): EntryRefusal | undefined => {
  if (kind === "calendar") return { code: "calendar-needed" };
  if (kind !== "department") return undefined;
  const asking = offer.items.filter((item) => departmentsOf(item).includes(entry.id));
  return asking.length === 0 ? undefined : { code: "still-asked", items: asking.map(({ id }) => id) };
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
    const refusal = stands
      ? withdrawObstacle(await deps.catalogue.current(), entryOf(entry, edition, known.content))
      : undefined;
    return refusal === undefined ? { command: { type: "withdraw", basis, edition } } : { refusal };
  };
  return edit(deps, entry, prepare, request);
};
