/**
 * The planted people of the local window (test/journey/planted.test.ts) at the deployed one: what a region keeps of them is
 * looked at item by item, object by object, message by message, step by step, line by line.
 */
import type { ApplicationId, CaseId } from "@window/domain/id.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { AGREED, answeredBy, caseOnce, visitorOf, type Visitor } from "../journey/applying.ts";
import { sooner } from "../journey/client.ts";
import {
  canBeRead,
  draftPlanted,
  erasePlanted,
  isFreeOfPlanted,
  marks,
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
import { lieOpenly } from "./lie-openly.ts";
import { readPlace } from "./place.ts";
import { cloudShelves } from "./shelves.ts";
import { closeScene, openScene } from "./stage.ts";
import { testedWindow } from "./tested-window.ts";

const PEOPLE = 40;
const SUBMITTED = 2;

const endpoint = process.env["AWS_ENDPOINT_URL"] ?? "";

let scene: Scene;
let window: TestedWindow;
let messengers: Messengers;
before(async () => {
  scene = await openScene("planted");
  messengers = await openMessengers(readPlace().messaging);
  window = testedWindow(scene, messengers);
});
after(() => Promise.all([closeScene(scene), messengers.close()]));

const submittedToTheEnd = async (visitor: Visitor, id: ApplicationId): Promise<CaseId> => {
  const subject = await submitPlanted(visitor, id);
  for (const department of [window.talent, window.housing]) await answeredBy(department, subject, AGREED);
  await caseOnce(visitor, subject, ({ phase, result }) => phase === "decided" && result !== null);
  return subject;
};

const kindOf = (where: string): string => where.split(/[ :]/)[0] ?? where;

/** Places where something planted was found, and the kinds of those where `known`, which is kept openly, was. */
const lookedAt = async (since: number, known: string) => {
  const told = new Set<string>();
  const knowing = new Set<string>();
  for await (const { where, bytes } of everythingKept(endpoint, { papers: readPlace().documents, since })) {
    if (Buffer.from(bytes).includes(known)) knowing.add(kindOf(where));
    if (!isFreeOfPlanted(bytes)) told.add(where);
  }
  if (!isFreeOfPlanted(readFileSync(emulatorLog))) told.add("what the emulator wrote");
  return { told: [...told], knowing };
};

/** The same look finds what lies openly, in a place of each kind: so it sees what it looks at. */
const seesWhatLiesOpenly = async (since: number): Promise<void> => {
  const open = await lieOpenly({ endpoint, table: readPlace().tables.records }, marks.name);
  const { told } = await lookedAt(since, marks.name);
  await open.remove();
  assert.deepEqual(new Set(told.map(kindOf)), new Set(open.kinds));
};

/** Everything that was sent to any department since the test began, taken or not, and what was answered to its callbacks. */
const exchanged = (): string =>
  JSON.stringify(scene.departments.map(({ desk }) => [desk.deliveries(), desk.replies()]));

test(`of ${String(PEOPLE * VALUES)} planted values none lies in a table, object name, queue, execution, log or webhook, and after erasing none can be read`, async () => {
  const since = Math.floor(wireClock.now() / 1000);
  const [visitor, clerk] = [await visitorOf(window, "li-jing"), await visitorOf(window, "wang-fang")];
  const ids = await draftPlanted(visitor, PEOPLE);
  const [submitted, erased] = [ids.slice(0, SUBMITTED), ids.slice(SUBMITTED)];
  const subjects = await Promise.all(submitted.map((id) => submittedToTheEnd(visitor, id)));
  await refusedWithoutEcho(visitor);
  await lookUpPlanted(clerk);
  for (const subject of subjects) assert.ok(exchanged().includes(subject), "no webhook was looked at");
  assert.ok(isFreeOfPlanted(exchanged()), "a webhook tells");

  const id = submitted[0] ?? assert.fail();
  const { told, knowing } = await lookedAt(since, id.slice("app_".length));
  assert.deepEqual(told, []);
  await seesWhatLiesOpenly(since);
  for (const kind of ["table", "bucket", "arn"]) assert.ok(knowing.has(kind), `no ${kind} was looked into`);

  await erasePlanted(visitor, erased);
  const shelves = cloudShelves({ legal: wireClock, wire: wireClock }, readPlace().tables);
  for (const id of submitted) await opensAsItShould(shelves, id, "kept");
  for (const id of erased) {
    await sooner("the erasure", async () => ((await canBeRead(shelves, id)) ? undefined : true));
    await opensAsItShould(shelves, id, "erased");
  }
  for (const id of erased) assert.equal(await window.stored(id), 0);
  assert.deepEqual((await lookedAt(since, id)).told, []);
});
