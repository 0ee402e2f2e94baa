/** The journeys of the local window, word for word, on the deployed one. */
import { after, before, test } from "node:test";
import { journeys } from "../journey/journeys.ts";
import { narrowing } from "../journey/narrowing.ts";
import { pages } from "../journey/pages.ts";
import type { TestedWindow } from "../journey/tested-window.ts";
import { wrongCallbacks } from "../journey/wrong-callbacks.ts";
import { wrongForms } from "../journey/wrong-forms.ts";
import { wrongRequests } from "../journey/wrong-requests.ts";
import { openMessengers, type Messengers } from "../kit/messengers.ts";
import type { Scene } from "../story/scene.ts";
import { readPlace } from "./place.ts";
import { closeScene, openScene } from "./stage.ts";
import { testedWindow } from "./tested-window.ts";

let scene: Scene;
let window: TestedWindow;
let messengers: Messengers;

before(async () => {
  scene = await openScene("journeys");
  messengers = await openMessengers(readPlace().messaging);
  window = testedWindow(scene, messengers);
});
after(() => Promise.all([closeScene(scene), messengers.close()]));

// The clock moves last, because it never moves back.
const stories = { ...pages, ...narrowing, ...wrongForms, ...wrongCallbacks, ...wrongRequests, ...journeys };
for (const [story, journey] of Object.entries(stories)) test(story, () => journey(window));
