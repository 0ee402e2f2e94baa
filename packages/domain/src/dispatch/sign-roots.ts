import { beginningOf, FEED_SHARDS, hourAfter, hourOf, type FeedHour } from "../feed.ts";
import { HOUR, later, type Instant } from "../instant.ts";
import type { Digest } from "../port/digest.ts";
import type { EventStore, FeedBucket } from "../port/event-store.ts";
import type { LegalClock } from "../port/legal-clock.ts";
import type { Marks } from "../port/marks.ts";
import type { RootSigner } from "../port/root-signer.ts";
import type { Roots } from "../port/roots.ts";
import type { TreeHash } from "../port/tree-hash.ts";
import { composeRoot, sectionsOf } from "../root/compose-root.ts";
import type { Leaf } from "../root/leaf.ts";
import { newestClosed, type SignedRoot } from "../root/root.ts";

export interface Rooting {
  readonly store: Pick<EventStore, "feed">;
  readonly roots: Roots;
  readonly rootSigner: RootSigner;
  readonly marks: Marks;
  readonly clock: LegalClock;
  readonly digest: Digest;
  readonly treeHash: TreeHash;
}

/** The beginning of the hour of the newest root; before there is one, of the newest hour that had nothing in it. */
const MARK = "rooted";

/** How far back the very first run looks for the first commit. */
const FIRST_LOOK = 48 * HOUR;

/** Hours looked at in one run; after a longer outage the next run goes on. */
const MOST_HOURS = 31 * 24;

/** A quiet hour this old has no root of its own: the next root says that nothing was in it. */
const OLD = 48 * HOUR;

const inShard = async ({ store }: Rooting, bucket: FeedBucket): Promise<readonly Leaf[]> => {
  const found: Leaf[] = [];
  let after: string | undefined;
  do {
    const page = await store.feed(bucket, after);
    for (const entry of page.entries) found.push(entry);
    after = page.next;
  } while (after !== undefined);
  return found;
};

/** All commits of an hour: at 500 a second 1.8 million, some 200 bytes each. Two hours are in memory at most. */
const leavesOf = async (deps: Rooting, hour: FeedHour): Promise<readonly Leaf[]> => {
  const shards = Array.from({ length: FEED_SHARDS }, (_, shard) => inShard(deps, { hour, shard }));
  return (await Promise.all(shards)).flat();
};

const nameOf = ({ stream, seq }: Leaf): string => `${stream} ${String(seq)}`;

/** What came into the hour of a root after that was made. */
const lateFor = async (deps: Rooting, { root, sections }: SignedRoot): Promise<readonly Leaf[]> => {
  const now = await leavesOf(deps, root.hour);
  if (now.length === 0) return [];
  const uncovered = new Map(now.map((leaf) => [nameOf(leaf), leaf]));
  for (const { head } of sections)
    for (const leaf of await deps.roots.leaves(head)) uncovered.delete(nameOf(leaf));
  return [...uncovered.values()];
};

/** What came late into the hours since the root before, that root's own hour included. */
const late = async (
  deps: Rooting,
  before: SignedRoot | undefined,
  hour: FeedHour,
): Promise<readonly Leaf[]> => {
  if (before === undefined) return [];
  const found = [...(await lateFor(deps, before))];
  for (let quiet = hourAfter(before.root.hour); quiet < hour; quiet = hourAfter(quiet))
    found.push(...(await leavesOf(deps, quiet)));
  return found;
};

const isQuiet = (
  leaves: readonly Leaf[],
  hour: FeedHour,
  before: SignedRoot | undefined,
  now: Instant,
): boolean => {
  if (leaves.length > 0) return false;
  if (before === undefined) return true;
  const since = beginningOf(hour) - beginningOf(before.root.hour);
  return beginningOf(hour) < now - OLD && since < MOST_HOURS * HOUR;
};

/** Leaves first, the signed root last: killed in between, nothing says that the hour is rooted, and it is made again. */
const make = async (
  deps: Rooting,
  hour: FeedHour,
  before: SignedRoot | undefined,
  leaves: readonly Leaf[],
): Promise<SignedRoot> => {
  const sections = sectionsOf(deps.treeHash, leaves);
  const root = composeRoot(deps, hour, before?.root, sections);
  for (const { head, leaves: under } of sections) await deps.roots.putLeaves(head, under);
  const signed = await deps.rootSigner.sign(root);
  const made = { root, signed, sections: sections.map(({ first, head }) => ({ first, head })) };
  if ((await deps.roots.put(made)) === "put") return made;
  const kept = await deps.roots.from(hour);
  if (kept?.root.hour !== hour) throw new Error(`the root of ${hour} is taken and not there`);
  return kept;
};

const oneHour = async (
  deps: Rooting,
  hour: FeedHour,
  before: SignedRoot | undefined,
  now: Instant,
): Promise<SignedRoot | undefined> => {
  const own = await leavesOf(deps, hour);
  if (isQuiet(own, hour, before, now)) return undefined;
  return make(deps, hour, before, [...own, ...(await late(deps, before, hour))]);
};

const hoursTo = (from: FeedHour, until: FeedHour): readonly FeedHour[] => {
  const hours: FeedHour[] = [];
  for (let hour = from; hour <= until && hours.length < MOST_HOURS; hour = hourAfter(hour)) hours.push(hour);
  return hours;
};

/** Where to go on: the newest root that is known, or, before there is any, where to look for the first commit. */
const standing = async ({ marks, roots }: Rooting, now: Instant) => {
  const mark = (await marks.get(MARK)) ?? later(now, -Math.min(now, FIRST_LOOK));
  const before = await roots.from(hourOf(mark));
  return { before, first: before === undefined ? hourOf(mark) : hourAfter(before.root.hour) };
};

/**
 * Signs a root over every hour of the feed that is closed and has none, oldest first (docs/adr/0006). Run twice, or
 * killed anywhere, it makes the same roots and never two of one hour. Returns how many hours were found without a root.
 */
export const signRoots = async (deps: Rooting): Promise<number> => {
  const now = deps.clock.now();
  const { first, ...known } = await standing(deps, now);
  let { before } = known;
  let made = 0;
  for (const hour of hoursTo(first, newestClosed(now))) {
    const signed = await oneHour(deps, hour, before, now);
    if (signed !== undefined) made += 1;
    before = signed ?? before;
    if (signed !== undefined || before === undefined) await deps.marks.put(MARK, beginningOf(hour));
  }
  return made;
};
