import { entryOf, type Entry } from "../edition/content.ts";
import type { Edition, Editions } from "../edition/edition.ts";
import type { Offer } from "../edition/offer.ts";
import { readCards } from "../edition/read-cards.ts";
import { isScheduled, standingAt } from "../edition/standing.ts";
import type { ItemId } from "../item/item-id.ts";
import type { Item } from "../item/item.ts";
import type { DepartmentId } from "../place/department.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { LegalClock } from "../port/legal-clock.ts";
import type { Views } from "../port/views.ts";

/** What the rest of the catalogue has against a change of one entry. */
export type Obstacle =
  | { readonly code: "no-such-entry" }
  /** Every version of the calendar has a name of its own, because every due date names the one it was reckoned with. */
  | { readonly code: "calendar-version-taken" }
  | { readonly code: "calendar-needed" }
  | { readonly code: "department-not-there"; readonly departments: readonly DepartmentId[] }
  | { readonly code: "still-asked"; readonly items: readonly ItemId[] };

interface Surrounding {
  readonly views: Pick<Views, "list">;
  readonly catalogue: Catalogue;
  readonly clock: LegalClock;
}

const departmentsOf = ({ ways }: Item): readonly DepartmentId[] =>
  ways.flatMap(({ rounds }) => rounds.flat().map(({ department }) => department));

const hasVersion =
  (version: string) =>
  ({ content }: Edition): boolean =>
    content["version"] === version;

/** The window reckons with one calendar; another year is another edition of it. */
export const draftObstacle = (editions: Editions, { kind, entry }: Entry): Obstacle | undefined => {
  if (kind !== "calendar") return undefined;
  if (editions.length === 0) return { code: "no-such-entry" };
  return editions.some(hasVersion(entry.version)) ? { code: "calendar-version-taken" } : undefined;
};

/** A seed may bring a version under a name that is taken: it comes in as a draft, and stays one. */
const calendarObstacle = (editions: Editions, version: string): Obstacle | undefined => {
  const taken = editions.filter(hasVersion(version)).some(({ published }) => published !== undefined);
  return taken ? { code: "calendar-version-taken" } : undefined;
};

const itemObstacle = (offer: Offer, item: Item): Obstacle | undefined => {
  const strangers = departmentsOf(item).filter((id) => offer.department(id) === undefined);
  return strangers.length === 0
    ? undefined
    : { code: "department-not-there", departments: [...new Set(strangers)] };
};

export const publishObstacle = async (
  { catalogue }: Surrounding,
  editions: Editions,
  { kind, entry }: Entry,
): Promise<Obstacle | undefined> => {
  if (kind === "calendar") return calendarObstacle(editions, entry.version);
  return kind === "item" ? itemObstacle(await catalogue.current(), entry) : undefined;
};

/** The items that ask a department as they stand, or that will from a day that has been published. */
const askingFor = async (
  { views, clock }: Surrounding,
  department: DepartmentId,
): Promise<readonly ItemId[]> => {
  const now = clock.now();
  const entries = [...(await readCards(views))].flatMap(([id, { editions }]) => {
    const standing = standingAt(editions, now);
    return editions
      .filter((each) => each === standing || isScheduled(each, now))
      .map(({ edition, content }) => entryOf(id, edition, content));
  });
  const asking = entries.flatMap(({ kind, entry }) =>
    kind === "item" && departmentsOf(entry).includes(department) ? [entry.id] : [],
  );
  return [...new Set(asking)];
};

/** What stands and is needed by something else stays until something else stands in its place. */
export const withdrawObstacle = async (
  deps: Surrounding,
  { kind, entry }: Entry,
): Promise<Obstacle | undefined> => {
  if (kind === "calendar") return { code: "calendar-needed" };
  if (kind !== "department") return undefined;
  const items = await askingFor(deps, entry.id);
  return items.length === 0 ? undefined : { code: "still-asked", items };
};
