/**
 * `npm run test:browser`: every page of a local window in a real Chromium, at 320 and 1280 px with axe-core, and at 320 px
 * without JavaScript; or only the pages named as arguments, each of which has to be there. Pictures of what failed, and with
 * SHOTS=1 of everything, lie in .build/browser. The last line is `N passed, N failed`; exits with 1 when something failed or nothing ran.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { crawl, pagesOf } from "../kit/crawl.ts";
import { openLocalWindow } from "../journey/local-window.ts";
import { findChromium } from "./find-chromium.ts";
import { accessible, fits, textOf } from "./look.ts";
import { doings } from "./people.ts";
import { movesOn, openStaged } from "./staged.ts";
import { go, openScreen, widths, type Screen } from "./screens.ts";
import assert from "node:assert/strict";

const pictures = resolve(import.meta.dirname, "../../.build/browser");
const total = { passed: 0, failed: 0 };

const picture = (name: string): string =>
  join(pictures, `${name.replaceAll(/[^\w-]+/g, "-").slice(0, 100)}.png`);

/** Runs one check on a screen of its own; what the page complained about fails it too. */
const check = async (name: string, screen: Screen, act: () => Promise<void>): Promise<void> => {
  screen.complaints.length = 0;
  try {
    await act();
    assert.deepEqual(screen.complaints.splice(0), []);
    total.passed += 1;
  } catch (fault) {
    total.failed += 1;
    console.log(
      `FAIL ${name}\n${fault instanceof Error ? fault.message : String(fault)}`.replaceAll("\n", "\n    "),
    );
    await screen.page.screenshot({ path: picture(name), fullPage: true });
  }
  if (process.env["SHOTS"] === "1") await screen.page.screenshot({ path: picture(name), fullPage: true });
};

/** Checks that belong together, told in one line when they are over. */
const part = async (what: string, act: () => Promise<void>): Promise<void> => {
  const before = { ...total };
  await act();
  const failed = total.failed - before.failed;
  const ran = failed + total.passed - before.passed;
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${what}: ${String(ran)} checks, ${String(failed)} failed`);
};

/** Every page as most people have it. Returns what each says. */
const pagesAt = async (browser: Browser, origin: string, pages: readonly string[], width: number) => {
  const screen = await openScreen(browser, { width, script: true });
  const said = new Map<string, string>();
  for (const path of pages)
    await check(`${path} at ${width} px`, screen, async () => {
      await go(screen, origin + path);
      said.set(path, await textOf(screen.page));
      await fits(screen.page, width);
      await accessible(screen.page);
    });
  await screen.close();
  return said;
};

/** Without JavaScript a page says the same. */
const pagesWithout = async (browser: Browser, origin: string, said: ReadonlyMap<string, string>) => {
  const [width] = widths;
  const screen = await openScreen(browser, { width, script: false });
  for (const [path, text] of said)
    await check(`${path} at ${width} px without JavaScript`, screen, async () => {
      await go(screen, origin + path);
      assert.equal(await textOf(screen.page), text);
      await fits(screen.page, width);
    });
  await screen.close();
};

mkdirSync(pictures, { recursive: true });
const window = await openLocalWindow();
const browser = await chromium.launch({
  executablePath: findChromium(),
  // Chromium refuses to be its own sandbox under root, as in a container.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const staged = await openStaged();
const wanted = process.argv.slice(2);
const isWanted = (path: string): boolean => wanted.length === 0 || wanted.includes(path);
const everyPage = { window: pagesOf(await crawl(window.origin)), staged: staged.pages };
for (const path of wanted.filter((each) => ![...everyPage.window, ...everyPage.staged].includes(each))) {
  total.failed += 1;
  console.log(`FAIL ${path}: there is no such page`);
}

const look = async (what: string, origin: string, every: readonly string[], width: number): Promise<void> => {
  const pages = every.filter(isWanted);
  if (pages.length === 0) return;
  await part(`${String(pages.length)} pages of ${what} at ${String(width)} px`, async () => {
    const said = await pagesAt(browser, origin, pages, width);
    if (width === widths[0]) await pagesWithout(browser, origin, said);
  });
};

const act = async (width: number): Promise<void> => {
  for (const script of [true, false])
    for (const [what, doing] of Object.entries(doings(script))) {
      const screen = await openScreen(browser, { width, script });
      const name = `${what}, at ${width} px ${script ? "with" : "without"} JavaScript`;
      await check(name, screen, () => doing(window, screen, width));
      await screen.close();
    }
};

const press = async (): Promise<void> => {
  // axe runs in the page, so this one has JavaScript; that the form needs none the journey shows.
  const screen = await openScreen(browser, { width: 1280, script: true });
  await check("the button moves the demonstration to the next working day", screen, () =>
    movesOn(screen, staged.origin),
  );
  await screen.close();
};

for (const width of widths) {
  await look("the window", window.origin, everyPage.window, width);
  await look("the demonstration", staged.origin, everyPage.staged, width);
  if (wanted.length === 0) await part(`what people do at ${String(width)} px`, () => act(width));
}
if (wanted.length === 0) await part("the button of the demonstration", press);
await browser.close();
await window.close();
await staged.close();
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
