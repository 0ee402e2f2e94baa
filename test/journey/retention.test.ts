/** What is kept long and then goes, on one machine; the cloud runs the same (test/cloud/years-pass.cloud.ts). */
import { after, before, test } from "node:test";
import { openLocalWindow, type LocalTestedWindow } from "./local-window.ts";
import { retentionStories } from "./retention.ts";

let window: LocalTestedWindow;
before(async () => {
  window = await openLocalWindow();
});
after(() => window.close());

for (const [story, journey] of Object.entries(retentionStories)) test(story, () => journey(window));
