/** The demonstration as `npm start` shows it: its start page, every door, and the button that moves the day. */
import assert from "node:assert/strict";
import { crawl, pagesOf } from "../kit/crawl.ts";
import { openDemonstration } from "../kit/demonstration-window.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { accessible, fits, textOf } from "./look.ts";
import { go, type Screen } from "./screens.ts";

const isStaged = (path: string): boolean => /^\/(zh|en)(\/see-as\/[\w-]+)?$/.test(path);

/** A window with all its prepared cases, and the pages that only such a window has. */
export const openStaged = async () => {
  const folder = temporaryFolder();
  const { window } = await openDemonstration(folder.path, 0);
  assert.ok((await window.prepared) > 0);
  const { origin } = window;
  return {
    origin,
    pages: pagesOf(await crawl(origin, isStaged)).filter(isStaged),
    async close() {
      await window.close();
      folder.remove();
    },
  };
};

/** Pressed in the browser itself, which says by its own headers where the form comes from. */
export const movesOn = async (screen: Screen, origin: string): Promise<void> => {
  const { page } = screen;
  await go(screen, `${origin}/en`);
  await page.getByRole("button", { name: "Move to the next working day" }).click();
  assert.match(await textOf(page), /What has changed[^]*is past its promised limit/);
  await fits(page, 1280);
  await accessible(page);
};
