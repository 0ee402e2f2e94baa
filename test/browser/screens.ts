import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";

/** The narrowest screen that pages must fit (WCAG 1.4.10), and an office's. */
export const widths = [320, 1280] as const;

export interface Screen {
  readonly page: Page;
  /** What the console and the network complained about. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A screen of a width, with or without JavaScript; it listens for complaints from the first page on. */
export const openScreen = async (
  browser: Browser,
  { width, script }: { readonly width: number; readonly script: boolean },
): Promise<Screen> => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("the server responded with a status of 4"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  return { page, complaints, close: () => context.close() };
};

/** Opens a page of the window; fails unless it is there. */
export const go = async ({ page }: Screen, address: string): Promise<void> => {
  const response = await page.goto(address);
  assert.equal(response?.status(), 200, address);
};
