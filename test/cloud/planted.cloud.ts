/**
 * The planted people of the local window (test/journey/planted.test.ts) at the deployed one: what a region keeps of them is
 * looked at item by item, object by object, message by message, step by step, line by line.
 */
import type { ApplicationId } from "@window/domain/id.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { AGREED, answeredBy, caseOnce, visitorOf, type Visitor } from "../journey/applying.ts";
import { sooner } from "../journey/client.ts";
import {
  draftPlanted,
  erasePlanted,
  isFreeOfPlanted,
  lookUpPlanted,
  opensAsItShould,
  refusedWithoutEcho,
  submitPlanted,
  VALUES,
} from "../journey/planted.ts";
import type { TestedWindow } from "../journey/tested-window.ts";
import { openMessengers, type Messengers } from "../kit/messengers.ts";
import type { Scene } from "../story/scene.ts";
import { emulatorLog } from "./emulator.ts";
import { everythingKept } from "./everything-kept.ts";
import { readPlace } from "./place.ts";
import { cloudShelves } from "./shelves.ts";
import { closeScene, openScene } from "./stage.ts";
import { testedWindow } from "./tested-window.ts";

const PEOPLE = 40;
const SUBMITTED = 2;

let scene: Scene;
let window: TestedWindow;
let messengers: Messengers;
before(async () => {
  scene = await openScene("planted");
  messengers = await openMessengers(readPlace().messaging);
  window = testedWindow(scene, messengers);
});
after(() => Promise.all([closeScene(scene), messengers.close()]));

const submittedToTheEnd = async (visitor: Visitor, id: ApplicationId): Promise<void> => {
  const subject = await submitPlanted(visitor, id);
  for (const department of [window.talent, window.housing]) await answeredBy(department, subject, AGREED);
  await caseOnce(visitor, subject, ({ phase, result }) => phase === "decided" && result !== null);
};

/** Places where something planted was found, and those where `known`, which is kept openly, was. */
const lookedAt = async (since: number, known: string) => {
  const told = new Set<string>();
  const knowing = new Set<string>();
  const endpoint = process.env["AWS_ENDPOINT_URL"] ?? assert.fail();
  for await (const { where, bytes } of everythingKept(endpoint, { papers: readPlace().documents, since })) {
    if (Buffer.from(bytes).includes(known)) knowing.add(where.split(/[ :]/)[0] ?? where);
    if (!isFreeOfPlanted(bytes)) told.add(where);
  }
  if (!isFreeOfPlanted(readFileSync(emulatorLog))) told.add("what the emulator wrote");
  return { told: [...told], knowing };
};

test(`of ${String(PEOPLE * VALUES)} planted values none lies in a table, object name, queue, execution, log or webhook, and after erasing none can be read`, async () => {
  const since = Math.floor(wireClock.now() / 1000);
  const [visitor, clerk] = [await visitorOf(window, "li-jing"), await visitorOf(window, "wang-fang")];
  const ids = await draftPlanted(visitor, PEOPLE);
  const [submitted, erased] = [ids.slice(0, SUBMITTED), ids.slice(SUBMITTED)];
  await Promise.all(submitted.map((id) => submittedToTheEnd(visitor, id)));
  await refusedWithoutEcho(visitor);
  await lookUpPlanted(clerk);
  const heard = [window.talent, window.housing].flatMap(({ desk }) => desk.received());
  assert.ok(isFreeOfPlanted(JSON.stringify(heard)), "a webhook tells");

  const id = submitted[0] ?? assert.fail();
  const { told, knowing } = await lookedAt(since, id.slice("app_".length));
  assert.deepEqual(told, []);
  for (const kind of ["table", "bucket", "arn"]) assert.ok(knowing.has(kind), `no ${kind} was looked into`);

  await erasePlanted(visitor, erased);
  const shelves = cloudShelves({ legal: wireClock, wire: wireClock }, readPlace().tables);
  for (const id of submitted) await opensAsItShould(shelves, id, "kept");
  for (const id of erased)
    await sooner("the erasure", () =>
      opensAsItShould(shelves, id, "erased").then(
        () => true,
        () => undefined,
      ),
    );
  for (const id of erased) assert.equal(await window.stored(id), 0);
  assert.deepEqual((await lookedAt(since, id)).told, []);
});
