/** The operator's command by which lists are made anew, on the deployed window and while it is open. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { openViews } from "@window/aws/views.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { ApplicationId, CaseId } from "@window/domain/id.ts";
import { HOUR, later, toIso } from "@window/domain/instant.ts";
import { ViewName } from "@window/domain/view.ts";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { freshCase } from "../kit/fresh.ts";
import { everyHead } from "../kit/throw-away.ts";
import { eventually } from "../kit/eventually.ts";
import { apply } from "../story/chapter/apply.ts";
import type { Scene, Submitted } from "../story/scene.ts";
import { must, run } from "./command.ts";
import { readPlace } from "./place.ts";
import { closeScene, openScene } from "./stage.ts";

const command = ["infra/operator/rebuild.ts", "--stage", "test"];
const views = openViews(tableNamed(readPlace().tables.views));

let scene: Scene;
let since: string;

before(async () => {
  since = toIso(later(wireClock.now(), -HOUR));
  scene = await openScene("rebuild");
});
after(() => closeScene(scene));

/** The rows of an application and its case. */
const rowsOf = async (submitted: Submitted) => {
  const own: readonly string[] = [submitted.application, submitted.case];
  const heads = (await everyHead(views)).filter(({ aggregate }) => own.includes(aggregate));
  const rows = await Promise.all(
    heads.map(({ view, aggregate }) => views.get(ViewName.parse(view), aggregate)),
  );
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
};

test("an operator has lost, altered and foreign rows mended, and goes on where he was cut off", async () => {
  const submitted = await apply(scene);
  // The department has said that it has it, and answers when it is asked to: from here on nothing moves by itself.
  const whole = await eventually(
    () => rowsOf(submitted),
    (rows) => rows.some((row) => row?.body["acknowledged"] === true),
  );
  const application = ApplicationId.parse(submitted.application);
  const card = (await views.get("card", application)) ?? assert.fail();
  const foreign = freshCase();
  await views.replace({ ...card, body: { altered: true } });
  await views.put({ ...card, aggregate: foreign });
  for (const head of await everyHead(views))
    if (head.aggregate === CaseId.parse(submitted.case) && head.view !== "card") await views.remove(head);
  assert.notDeepEqual(await rowsOf(submitted), whole);

  const output = await must(process.execPath, [...command, "--since", since]);
  assert.match(output, /streams written anew, [1-9]\d* foreign rows removed/);
  assert.deepEqual(await rowsOf(submitted), whole);
  assert.equal(await views.get("card", foreign), undefined);

  const place = JSON.stringify({ walk: "feed", hour: since.slice(0, 13), shard: 0, until: wireClock.now() });
  const again = await must(process.execPath, [...command, "--place", place]);
  assert.match(again, /streams written anew, 0 foreign rows removed/);
  assert.deepEqual(await rowsOf(submitted), whole);
});

test("a place that is none, or a stage that is not there, is refused", async () => {
  const { code } = await run(process.execPath, [...command, "--place", '{"walk":"backwards"}']);
  assert.notEqual(code, 0);
  const elsewhere = await run(process.execPath, ["infra/operator/rebuild.ts", "--stage", "absent"]);
  assert.match(elsewhere.output, /stage absent is not deployed here/);
});
