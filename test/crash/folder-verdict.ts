import { firstBreak, type Commit } from "@window/domain/commit.ts";
import { everyRow, isDispatched } from "@window/domain/dispatch/dispatch.ts";
import { StreamId } from "@window/domain/id.ts";
import { openDataFolder, type DataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { openLegalClock } from "@window/local/legal-clock.ts";
import { openVault } from "@window/local/vault.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { openCatalogue } from "@window/node/catalogue.ts";
import { personKeysOf } from "@window/node/person-keys.ts";
import { openViews } from "@window/local/views.ts";
import { digest } from "@window/node/digest.ts";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";

/** Events of which a stream has at most one, whatever happened. */
const ONCE = ["case.opened.v1", "case.decided.v1", "application.submitted.v1", "application.issued.v1"];

const Streams = z.array(z.object({ stream: StreamId }));
const Count = z.object({ count: z.int() });

const repeated = (commits: readonly Commit[]): readonly string[] => {
  const types = commits.flatMap(({ events }) => events.map(({ type }) => type));
  return ONCE.filter((type) => types.filter((other) => other === type).length > 1);
};

const countOf = (folder: DataFolder, from: string): number =>
  Count.parse(folder.database.prepare(`SELECT count(*) AS count FROM ${from}`).get()).count;

/** What lists are kept in, and what their rows are made with. */
const shelvesOf = (folder: DataFolder) => {
  const [views, store] = [openViews(folder), openEventStore(folder)];
  const clock = openLegalClock(folder, wireClock);
  const catalogue = openCatalogue({ views, store, clock });
  return {
    views,
    store,
    catalogue,
    vault: openVault(folder),
    personKeys: personKeysOf(folder.key("person-index")),
  };
};
type Shelves = ReturnType<typeof shelvesOf>;

const wrongRows = async (shelves: Shelves, stream: StreamId, commits: readonly Commit[]) => {
  if (!isDispatched(stream)) return [];
  const wrong: string[] = [];
  for (const row of await everyRow(shelves, stream, commits))
    if (!isDeepStrictEqual(await shelves.views.get(row.view, row.aggregate), row))
      wrong.push(`${row.view} of ${stream} is not what its log gives`);
  return wrong;
};

/** What is left over of work that should have ended, by table. A message that waits is the second of two alike. */
const LEFT_OVER = {
  "messages that were given up": "queue WHERE at IS NULL",
  "functions still running": "workflow_execution WHERE status = 'running'",
  "failed executions": "workflow_execution WHERE status = 'failed'",
};

export interface FolderVerdict {
  /** What is wrong with the folder; nothing, as it should be. */
  readonly faults: readonly string[];
  readonly streams: number;
  /** Streams in which something was decided. */
  readonly decided: number;
}

/** Opens the folder of a window that has ended and goes through all of it: chains, decisions, views, leftovers. */
export const judgeFolder = async (path: string): Promise<FolderVerdict> => {
  const folder = openDataFolder(path);
  try {
    const shelves = shelvesOf(folder);
    const streams = Streams.parse(folder.database.prepare("SELECT DISTINCT stream FROM log").all());
    const faults: string[] = [];
    let decided = 0;
    for (const { stream } of streams) {
      const commits = await shelves.store.load(stream);
      const broken = firstBreak(digest, commits);
      if (broken !== undefined) faults.push(`the chain of ${stream} breaks at ${broken}`);
      faults.push(...repeated(commits).map((type) => `${stream} has ${type} twice`));
      faults.push(...(await wrongRows(shelves, stream, commits)));
      if (commits.some(({ events }) => events.some(({ type }) => type === "case.decided.v1"))) decided += 1;
    }
    for (const [what, from] of Object.entries(LEFT_OVER)) {
      const count = countOf(folder, from);
      if (count > 0) faults.push(`${count} ${what}`);
    }
    return { faults, streams: streams.length, decided };
  } finally {
    folder.close();
  }
};
