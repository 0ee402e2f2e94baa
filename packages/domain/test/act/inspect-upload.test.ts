import type { ApplicationCommand } from "@window/domain/application/command.ts";
import { DocumentId } from "@window/domain/id.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { documents, draft, expect, judge, submit } from "../application/sample.ts";
import { openDesk } from "./papers-desk.ts";

const remove = (index: number): ApplicationCommand => ({
  type: "remove-document",
  document: documents[index] ?? DocumentId.parse("doc_other"),
});
const erase: ApplicationCommand = { type: "erase", because: "asked" };

test("a clean paper stays, and being told of it again changes nothing", async () => {
  const desk = openDesk();
  await desk.plays(draft, expect(0));
  desk.uploads(0, "v1", "clean");
  assert.equal(await desk.inspects(0, "v1"), "clean");
  assert.equal(await desk.inspects(0, "v1"), "nothing-to-inspect");
  assert.deepEqual(desk.lying(), ["doc_contract v1"]);
});

test("a refused paper leaves its verdict and not itself, and the next one can still be the right one", async () => {
  const desk = openDesk();
  await desk.plays(draft, expect(0));
  desk.uploads(0, "v1", "infected");
  assert.equal(await desk.inspects(0, "v1"), "infected");
  assert.deepEqual(desk.lying(), []);
  assert.equal((await desk.verdictOn(0))?.verdict, "infected");
  desk.uploads(0, "v2", "clean");
  assert.equal(await desk.inspects(0, "v2"), "clean");
  assert.equal(await desk.inspects(0, "v1"), "nothing-to-inspect");
  assert.deepEqual(desk.lying(), ["doc_contract v2"]);
});

test("a second version of a clean paper is erased, whichever the inspector is told of first", async () => {
  const desk = openDesk();
  await desk.plays(draft, expect(0));
  desk.uploads(0, "v1", "clean");
  desk.uploads(0, "v2", "clean");
  await desk.inspects(0, "v2");
  await desk.inspects(0, "v1");
  assert.deepEqual(desk.lying(), ["doc_contract v2"]);
  assert.equal((await desk.verdictOn(0))?.version, "v2");
});

test("of two versions looked at together one is fixed and the other erased", async () => {
  const desk = openDesk();
  await desk.plays(draft, expect(0));
  desk.uploads(0, "v1", "clean");
  desk.uploads(0, "v2", "clean");
  await Promise.all([desk.inspects(0, "v1"), desk.inspects(0, "v2")]);
  const fixed = (await desk.verdictOn(0))?.version ?? "";
  assert.deepEqual(desk.lying(), [`doc_contract ${fixed}`]);
});

test("what comes for a paper that was removed, or for no application at all, is erased", async () => {
  const desk = openDesk();
  desk.uploads(0, "v1", "clean");
  assert.equal(await desk.inspects(0, "v1"), "nothing-to-inspect");
  await desk.plays(draft, expect(0), remove(0));
  desk.uploads(0, "v2", "clean");
  assert.equal(await desk.inspects(0, "v2"), "nothing-to-inspect");
  assert.deepEqual(desk.lying(), []);
});

test("what comes after the submission is erased, and what was submitted stays", async () => {
  const desk = openDesk();
  await desk.plays(draft, expect(0), expect(1), judge(1, "clean", "v1"));
  desk.uploads(0, "v1", "clean");
  desk.uploads(1, "v1", "clean");
  await desk.inspects(0, "v1");
  await desk.plays(submit);
  for (const index of [0, 1]) {
    desk.uploads(index, "v2", "clean");
    assert.equal(await desk.inspects(index, "v2"), "nothing-to-inspect");
    await desk.inspects(index, "v1");
  }
  assert.deepEqual(desk.lying(), ["doc_contract v1", "doc_lease v1"]);
});

test("what comes for an erased application is erased, also when the erasing overtakes the inspector", async () => {
  const desk = openDesk();
  await desk.plays(draft, expect(0));
  desk.uploads(0, "v1", "clean");
  desk.whileInspecting(() => desk.plays(erase));
  await desk.inspects(0, "v1");
  assert.deepEqual(desk.lying(), []);
  desk.uploads(0, "v2", "clean");
  assert.equal(await desk.inspects(0, "v2"), "nothing-to-inspect");
  assert.deepEqual(desk.lying(), []);
});

test("a paper removed while it is looked at is erased", async () => {
  const desk = openDesk();
  await desk.plays(draft, expect(0));
  desk.uploads(0, "v1", "clean");
  desk.whileInspecting(() => desk.plays(remove(0)));
  assert.equal(await desk.inspects(0, "v1"), "nothing-to-inspect");
  assert.deepEqual(desk.lying(), []);
});
