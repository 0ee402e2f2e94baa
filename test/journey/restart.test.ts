/** The window is ended and opened again in the middle of a case: nothing is forgotten, nobody is asked twice. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readItem } from "@window/contract/operations/items.ts";
import { AGREED, answeredBy, applied, askedOf, caseOnce, visitorOf } from "./applying.ts";
import { contentOf, entry, published, seenBy } from "./publishing.ts";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";

let window: LocalTestedWindow;
before(async () => {
  window = await openLocalWindow();
});
after(() => window.close());

test("a case goes on over two restarts, with the same token and the same handle", async () => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  await askedOf(window.talent, submitted.case);
  await window.restart();
  assert.equal((await answeredBy(window.talent, submitted.case, AGREED)).status, 200);
  await askedOf(window.housing, submitted.case);
  await window.restart();
  assert.equal((await answeredBy(window.housing, submitted.case, AGREED)).status, 200);
  const decided = await caseOnce(visitor, submitted.case, ({ result }) => result !== null);
  assert.equal(decided.decision?.decision, "granted");
  const asked = window.talent.desk.received().filter(({ event }) => event.data.case === submitted.case);
  assert.equal(asked.length, 1);
});

test("what an operator published stands after a restart, which imports nothing twice", async () => {
  const operator = await visitorOf(window, "zhou-ming");
  const number = await published(operator, await contentOf(operator, 1));
  const before = await seenBy(operator);
  await window.restart();
  assert.deepEqual(await seenBy(operator), before);
  assert.equal((await operator.client.ask(readItem, { params: { item: entry } })).version, number);
});
