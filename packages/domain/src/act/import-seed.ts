import { contentOf, type Entry } from "../edition/content.ts";
import { editionDecider } from "../edition/decide.ts";
import type { Entries } from "../edition/offer.ts";
import { showEntry, type Showing } from "../edition/show-entry.ts";
import { ActorId } from "../id.ts";
import type { Ledger } from "../perform.ts";
import { always, perform } from "../perform.ts";

export type Seeding = Ledger & Showing;

const SEED = ActorId.parse("sys_seed");

/** The request is named by the content, so whoever imports the same again, at once or later, meets the first. */
const importEntry = async (deps: Seeding, known: Entry): Promise<void> => {
  const { id } = known.entry;
  const content = contentOf(known);
  const digest = deps.digest(content);
  const request = { actor: SEED, key: `import.${digest}`, body: digest };
  const performed = await perform(
    deps,
    editionDecider,
    id,
    always({ type: "import", content, digest } as const),
    request,
  );
  if (performed.kind !== "done") throw new Error(`importing ${id} was answered ${performed.kind}`);
  await showEntry(deps, id);
};

/**
 * Puts what is shipped into the log: once per content, as the first edition of an entry or as a draft. Doing it again,
 * twice at once, or again after it was cut off anywhere leaves the same. Items come last, because they name departments.
 */
export const importSeed = async (deps: Seeding, seed: Entries): Promise<void> => {
  const { items, windows, departments, calendar } = seed;
  const first: readonly Entry[] = [
    { kind: "calendar", entry: calendar },
    ...departments.map((entry) => ({ kind: "department", entry }) as const),
    ...windows.map((entry) => ({ kind: "window", entry }) as const),
  ];
  await Promise.all(first.map((known) => importEntry(deps, known)));
  await Promise.all(items.map((entry) => importEntry(deps, { kind: "item", entry })));
};
