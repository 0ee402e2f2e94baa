/** The journeys through the window on one machine; the cloud runs the same ones (test/cloud). */
import { after, before, test } from "node:test";
import { journeys } from "./journeys.ts";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";

let window: LocalTestedWindow;
before(async () => {
  window = await openLocalWindow();
});
after(() => window.close());

for (const [story, journey] of Object.entries(journeys)) test(story, () => journey(window));
