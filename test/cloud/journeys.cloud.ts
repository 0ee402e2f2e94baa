/** The journeys of the local window, word for word, on the deployed one. */
import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { bucketNamed } from "@window/aws/bucket.ts";
import { toIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { journeys } from "../journey/journeys.ts";
import { narrowing } from "../journey/narrowing.ts";
import { pages } from "../journey/pages.ts";
import type { PlayedDepartment, TestedWindow } from "../journey/tested-window.ts";
import { wrongCallbacks } from "../journey/wrong-callbacks.ts";
import { wrongForms } from "../journey/wrong-forms.ts";
import { wrongRequests } from "../journey/wrong-requests.ts";
import { openMessengers, type Messengers } from "../kit/messengers.ts";
import type { Scene } from "../story/scene.ts";
import { lookForKeysIn } from "./break-rounds.ts";
import { readPlace } from "./place.ts";
import { closeScene, departmentOf, openScene } from "./stage.ts";

let scene: Scene;
let window: TestedWindow;
let messengers: Messengers;

const played = (index: number): PlayedDepartment => departmentOf(scene, index);

before(async () => {
  scene = await openScene("journeys");
  messengers = await openMessengers(readPlace().messaging);
  const { origin } = scene.visitor;
  window = {
    origin,
    talent: played(0),
    housing: played(1),
    messengers,
    tokenFor: scene.token,
    async stored(application) {
      const { documents: Bucket } = readPlace();
      const { client } = bucketNamed(Bucket, true);
      const listed = new ListObjectVersionsCommand({ Bucket, Prefix: `${application}/` });
      const { Versions = [], DeleteMarkers = [] } = await client.send(listed);
      return Versions.length + DeleteMarkers.length;
    },
    async moveClock(to, also) {
      const response = await fetch(`${origin}/test/clock`, {
        method: "POST",
        body: JSON.stringify({ to: toIso(to), roots: also === "roots" }),
      });
      assert.equal(response.status, 200, await response.text());
    },
    breakRounds: () => lookForKeysIn("nowhere"),
    mendRounds: () => lookForKeysIn(readPlace().tables.keys),
  };
});
after(() => Promise.all([closeScene(scene), messengers.close()]));

// The clock moves last, because it never moves back.
const stories = { ...pages, ...narrowing, ...wrongForms, ...wrongCallbacks, ...wrongRequests, ...journeys };
for (const [story, journey] of Object.entries(stories)) test(story, () => journey(window));
