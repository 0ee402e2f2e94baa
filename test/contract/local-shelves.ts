import { openArrears } from "@window/local/arrears.ts";
import { openAttempts } from "@window/local/attempts.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { openMarks } from "@window/local/marks.ts";
import { openObjects } from "@window/local/objects.ts";
import { openRounds } from "@window/local/rounds.ts";
import { openSigner } from "@window/local/signer.ts";
import { openTimers } from "@window/local/timers.ts";
import { openVault } from "@window/local/vault.ts";
import { openViews } from "@window/local/views.ts";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenShelves } from "./town.ts";

/** A data folder of its own, opened anew by every process that lives in it. */
export const localPlace = async (): Promise<OpenShelves> => {
  const path = await mkdtemp(join(tmpdir(), "window-"));
  return async (clocks) => {
    const folder = openDataFolder(path);
    return {
      store: openEventStore(folder),
      views: openViews(folder),
      vault: openVault(folder),
      objects: openObjects(folder, {
        clocks,
        url: "http://localhost/uploads",
        onUploaded: () => Promise.resolve(),
        report: () => undefined,
      }),
      timers: openTimers(folder),
      rounds: openRounds(folder),
      attempts: openAttempts(folder, clocks),
      marks: openMarks(folder),
      arrears: openArrears(folder),
      signer: openSigner(folder),
      close: async () => {
        folder.close();
      },
    };
  };
};
