/** What one case uses of AWS: counted between the functions and the services, from their logs and from the histories. */
import {
  draftApplication,
  readApplication,
  submitApplication,
} from "@window/contract/operations/applications.ts";
import { announceDocument } from "@window/contract/operations/documents.ts";
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { AGREED, answeredBy, draftBody, visitorOf, type Visitor } from "../journey/applying.ts";
import { pdf } from "../journey/paper.ts";
import type { TestedWindow } from "../journey/tested-window.ts";
import { openMessengers, type Messengers } from "../kit/messengers.ts";
import { postForm } from "../kit/post-form.ts";
import type { Scene } from "../story/scene.ts";
import { readPlace } from "./place.ts";
import { closeScene, openScene } from "./stage.ts";
import { testedWindow } from "./tested-window.ts";
import { countedAt, unitsAt, type Units } from "./units.ts";

const folder = resolve(import.meta.dirname, "../../.build/cloud");
const { meter, messaging } = readPlace();
const endpoint = process.env["AWS_ENDPOINT_URL"] ?? "";
const PAPERS = ["labour-contract", "lease-contract"];

let scene: Scene;
let messengers: Messengers;
let window: TestedWindow;

before(async () => {
  scene = await openScene("units");
  messengers = await openMessengers(messaging);
  window = testedWindow(scene, messengers);
});
after(() => Promise.all([closeScene(scene), messengers.close()]));

/** Until no function has asked anything for some seconds. Looking at the case itself would be counted. */
const quiet = async (): Promise<void> => {
  const QUIET = 5;
  let [last, still] = ["", 0];
  while (still < QUIET) {
    await pause(1000);
    const now = JSON.stringify(await countedAt(meter));
    still = now === last ? still + 1 : 0;
    last = now;
  }
};

/** Six requests: a draft, two papers, a submission, two answers; the bytes of the papers go past the API. */
const wholeCase = async ({ client, token }: Visitor) => {
  const { application } = await client.ask(draftApplication, { token, body: draftBody });
  const params = { application };
  for (const material of PAPERS) {
    const body = { material, mediaType: "application/pdf" };
    const { upload } = await client.ask(announceDocument, { params, token, body });
    assert.ok((await postForm(upload, pdf(material))) < 300);
  }
  await quiet();
  const { cases } = await client.ask(submitApplication, { params, token });
  const subject = cases[0]?.case ?? assert.fail("the application has no case");
  for (const department of [window.talent, window.housing]) await answeredBy(department, subject, AGREED);
  await quiet();
  return async (): Promise<boolean> => {
    const { result } = await client.ask(readApplication, { params, token });
    return result !== null;
  };
};

const between = (before: Units, after: Units): Record<string, number> => {
  const calls = Object.entries(after.calls).map(
    ([name, count]) => [name, count - (before.calls[name] ?? 0)] as const,
  );
  return {
    transitions: after.transitions - before.transitions,
    invocations: after.invocations - before.invocations,
    "write units": after.writeUnits - before.writeUnits,
    ...Object.fromEntries(calls.filter(([, count]) => count !== 0)),
  };
};

test("what a case of two departments and two papers uses is counted, and its result comes out", async () => {
  const visitor = await visitorOf(window);
  // The first case finds functions cold and keys wrapped.
  await (
    await wholeCase(visitor)
  )();
  await quiet();
  const earlier = await unitsAt(endpoint, meter);
  const result = await wholeCase(visitor);
  const used = between(earlier, await unitsAt(endpoint, meter));
  assert.ok(await result(), "no result came out");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "units.json"), JSON.stringify(used, null, 2));
});
