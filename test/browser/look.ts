import axe from "axe-core";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import * as z from "zod";

const Found = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
    }),
  ),
});

/** Everything that axe-core knows, on the page as it stands: 0 violations, best practices included. */
export const accessible = async (page: Page): Promise<void> => {
  // Evaluated by the debugger, so no policy of the page is in the way.
  await page.evaluate(axe.source);
  const { violations } = Found.parse(
    await page.evaluate("axe.run(document, { resultTypes: ['violations'] })"),
  );
  const said = violations.map(({ id, help, nodes }) => {
    const where = nodes
      .slice(0, 3)
      .map(({ target, failureSummary = "" }) => `${target.join(" ")}: ${failureSummary}`);
    return `${id}: ${help}\n${where.join("\n")}`;
  });
  assert.deepEqual(said, []);
};

/** Nothing has to be scrolled sideways (WCAG 1.4.10). */
export const fits = async (page: Page, width: number): Promise<void> => {
  const needed = z.number().parse(await page.evaluate("document.scrollingElement.scrollWidth"));
  assert.ok(needed <= width, `${needed} px wide on a screen of ${width} px`);
};

/** What somebody reads. */
export const textOf = async (page: Page): Promise<string> =>
  z.string().parse(await page.evaluate("document.body.innerText"));
