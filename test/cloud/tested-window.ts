import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { bucketNamed } from "@window/aws/bucket.ts";
import { toIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import type { TestedWindow } from "../journey/tested-window.ts";
import type { Messengers } from "../kit/messengers.ts";
import type { Scene } from "../story/scene.ts";
import { lookForKeysIn } from "./break-rounds.ts";
import { readPlace } from "./place.ts";
import { departmentOf } from "./stage.ts";

/** The deployed window as journeys see one. */
export const testedWindow = (scene: Scene, messengers: Messengers): TestedWindow => {
  const { origin } = scene.visitor;
  return {
    origin,
    talent: departmentOf(scene, 0),
    housing: departmentOf(scene, 1),
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
        body: JSON.stringify({ to: toIso(to), roots: also === "roots", retention: also === "retention" }),
      });
      assert.equal(response.status, 200, await response.text());
    },
    breakRounds: () => lookForKeysIn("nowhere"),
    mendRounds: () => lookForKeysIn(readPlace().tables.keys),
  };
};
