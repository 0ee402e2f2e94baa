import type { Commit } from "@window/domain/commit.ts";
import { firstBreak } from "@window/domain/commit.ts";
import type { StreamId } from "@window/domain/id.ts";
import { toIso } from "@window/domain/instant.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { digest } from "@window/node/digest.ts";
import type { Teller } from "../teller.ts";

/** As an auditor who is given the folder: every commit names the hash of the one before, and nothing was changed. */
export const verifyChain = async (
  teller: Teller,
  folder: string,
  streams: readonly StreamId[],
): Promise<void> => {
  teller.chapter({ zh: "账本", en: "The log, read from the disk after the window has closed" });
  const opened = openDataFolder(folder);
  try {
    const store = openEventStore(opened);
    for (const stream of streams) checkStream(teller, stream, await store.load(stream));
  } finally {
    opened.close();
  }
};

const checkStream = (teller: Teller, stream: StreamId, commits: readonly Commit[]): void => {
  teller.fact({ zh: "账", en: "stream" }, stream);
  for (const { seq, at, hash, events } of commits) {
    const types = events.map(({ type }) => type).join(" + ");
    teller.fact({ zh: "", en: String(seq).padStart(3) }, `${toIso(at)}  ${hash.slice(0, 12)}  ${types}`);
  }
  teller.hold(
    { zh: "链条完整。", en: `The chain of ${commits.length} commits is whole.` },
    commits.length > 0 && firstBreak(digest, commits) === undefined,
  );
  const middle = Math.floor(commits.length / 2);
  const changed = commits.map((commit, index) =>
    index === middle ? { ...commit, request: { ...commit.request, key: "changed" } } : commit,
  );
  teller.hold(
    { zh: "改动任何一笔都会被发现。", en: "A commit that was changed afterwards is found." },
    firstBreak(digest, changed) === middle + 1,
  );
};
