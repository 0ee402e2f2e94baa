/** What people do on the pages, with real cases and certificates. Every form is sent by the browser itself. */
import { readResult } from "@window/contract/operations/results.ts";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { applied, granted, visitorOf } from "../journey/applying.ts";
import type { TestedWindow } from "../journey/tested-window.ts";
import { accessible, fits, textOf } from "./look.ts";
import type { Screen } from "./screens.ts";

type Doing = (window: TestedWindow, screen: Screen, width: number) => Promise<void>;

const seen = async (page: Page, width: number, script: boolean): Promise<void> => {
  await fits(page, width);
  if (script) await accessible(page);
};

/** Each by the sentence that it proves. */
export const doings = (script: boolean): Readonly<Record<string, Doing>> => ({
  "somebody looks up how far a case is, by number and query code": async (window, { page }, width) => {
    const { number, queryCode } = await applied(await visitorOf(window));
    await page.goto(`${window.origin}/en/progress`);
    await page.getByLabel("Case number").fill(number.toLowerCase());
    await page.getByLabel("Query code").fill(queryCode);
    await page.locator("main button").click();
    assert.match(await textOf(page), /Rent subsidy for talent/);
    await seen(page, width, script);
  },

  "a wrong query code is said in words, beside the form": async (window, { page }, width) => {
    await page.goto(`${window.origin}/zh/progress`);
    await page.locator("input").nth(0).fill("0000-0000-0000");
    await page.locator("input").nth(1).fill("ABCDEFGH");
    await page.locator("main button").click();
    assert.match(await textOf(page), /没有这个办件，或查询码不符/);
    await seen(page, width, script);
  },

  "an empty form names what is missing": async (window, { page }, width) => {
    await page.goto(`${window.origin}/en/progress`);
    await page.locator("main button").click();
    assert.match(await textOf(page), /Enter the case number/);
    await seen(page, width, script);
  },

  "a stranger pastes a certificate and reads what it is worth": async (window, { page }, width) => {
    const visitor = await visitorOf(window);
    const result = await granted(window, visitor, await applied(visitor));
    const { certificate } = await visitor.client.ask(readResult, {
      params: { result },
      token: visitor.token,
    });
    await page.goto(`${window.origin}/en/verify`);
    await page.locator("textarea").fill(certificate ?? "");
    await page.locator("main button").click();
    assert.match(await textOf(page), /M\*{4} S\*{5}/);
    await seen(page, width, script);
  },
});
