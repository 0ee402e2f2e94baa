/**
 * `npm run rebuild`: makes the lists of the window on this machine anew from its log (WINDOW_DATA), while it is not running.
 * What has yet to be dispatched the next start sees to. A deployed window: `npm run rebuild:stage -- --stage S`.
 */
import { beginRebuild, rebuild } from "@window/domain/dispatch/rebuild.ts";
import { openArrears } from "@window/local/arrears.ts";
import { openDataFolder, type DataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { FolderRefused } from "@window/local/folder-refused.ts";
import { openLegalClock } from "@window/local/legal-clock.ts";
import { openMarks } from "@window/local/marks.ts";
import { openVault } from "@window/local/vault.ts";
import { openViews } from "@window/local/views.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { openCatalogue } from "@window/node/catalogue.ts";
import { personKeysOf } from "@window/node/person-keys.ts";
import { existsSync } from "node:fs";
import * as z from "zod";

const depsOn = (folder: DataFolder) => {
  const clock = openLegalClock(folder, wireClock);
  const store = openEventStore(folder);
  const views = openViews(folder);
  return {
    clock,
    store,
    views,
    catalogue: openCatalogue({ views, store, clock }),
    personKeys: personKeysOf(folder.key("person-index")),
    vault: openVault(folder),
    arrears: openArrears(folder),
    marks: openMarks(folder),
  };
};

const rebuildIn = async (path: string): Promise<void> => {
  const folder = openDataFolder(path);
  try {
    const deps = depsOn(folder);
    const { removed, restored } = await rebuild(deps, await beginRebuild(deps));
    console.log(`${String(restored)} streams written anew, ${String(removed)} foreign rows removed`);
  } finally {
    folder.close();
  }
};

const path = z.string().min(1).default(".window").parse(process.env["WINDOW_DATA"]);

if (!existsSync(path)) {
  console.error(`there is no window in ${path}`);
  process.exitCode = 1;
} else {
  await rebuildIn(path).catch((fault: unknown) => {
    if (!(fault instanceof FolderRefused)) throw fault;
    console.error(`${fault.message}\n${fault.text.zh}`);
    process.exitCode = 1;
  });
}
