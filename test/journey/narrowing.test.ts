/** Narrowed lists of the local window; the deployed one runs the same stories (test/cloud/journeys.cloud.ts). */
import { after, before, test } from "node:test";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";
import { narrowing } from "./narrowing.ts";

let window: LocalTestedWindow;
before(async () => {
  window = await openLocalWindow();
});
after(() => window.close());

for (const [story, journey] of Object.entries(narrowing)) test(story, () => journey(window));
