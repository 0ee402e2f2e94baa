/** What is kept long and then goes. The last of the files, because the legal clock never moves back. */
import { after, before, test } from "node:test";
import { retentionStories } from "../journey/retention.ts";
import type { TestedWindow } from "../journey/tested-window.ts";
import { openMessengers, type Messengers } from "../kit/messengers.ts";
import type { Scene } from "../story/scene.ts";
import { retentionSuite } from "../contract/retention.suite.ts";
import { readPlace } from "./place.ts";
import { cloudPlace } from "./shelves.ts";
import { closeScene, openScene } from "./stage.ts";
import { testedWindow } from "./tested-window.ts";

let scene: Scene;
let window: TestedWindow;
let messengers: Messengers;

before(async () => {
  scene = await openScene("years");
  messengers = await openMessengers(readPlace().messaging);
  window = testedWindow(scene, messengers);
});
after(() => Promise.all([closeScene(scene), messengers.close()]));

for (const [story, journey] of Object.entries(retentionStories)) test(story, () => journey(window));

// Every cut needs tables of its own, so there are two; the local window is cut off at every call.
retentionSuite("AWS", cloudPlace, 11);
