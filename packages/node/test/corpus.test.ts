/** Files as people and attackers upload them: every good one is clean, every hostile one is refused, and for what it is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eicarScan } from "../src/eicar-scan.ts";
import { inspectDocument } from "../src/inspect.ts";
import { good } from "./corpus/good.ts";
import { hostileOthers } from "./corpus/hostile-others.ts";
import { hostilePdfs } from "./corpus/hostile-pdfs.ts";
import { hostilePictures } from "./corpus/hostile-pictures.ts";
import type { Paper } from "./corpus/paper.ts";

const LIMITS = { maxBytes: 20_000_000, maxPages: 500, maxPixels: 150_000_000 };

const verdictOn = async ({ bytes, type: declaredType }: Paper) =>
  (await inspectDocument({ bytes, declaredType, ...LIMITS, scan: eicarScan })).verdict;

const hostile = [...hostilePdfs, ...hostilePictures, ...hostileOthers];

test("the corpus has at least 50 good and 100 hostile files, each by a name of its own", () => {
  assert.ok(good.length >= 50, `${good.length} good files`);
  assert.ok(hostile.length >= 100, `${hostile.length} hostile files`);
  const names = [...good, ...hostile].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

test("every good file is clean", async () => {
  const refused = [];
  for (const paper of good) {
    const verdict = await verdictOn(paper);
    if (verdict !== "clean") refused.push(`${paper.name}: ${verdict}`);
  }
  assert.deepEqual(refused, []);
});

test("every hostile file is refused, and for what it is", async () => {
  const wrong = [];
  for (const paper of hostile) {
    const verdict = await verdictOn(paper);
    if (verdict !== paper.verdict) wrong.push(`${paper.name}: ${verdict} instead of ${paper.verdict}`);
  }
  assert.deepEqual(wrong, []);
});

test("no good file is clean any more when a piece of it is missing", async () => {
  const passed = [];
  const short = good.filter(({ name, bytes }) => bytes.length < 20_000 && !name.includes("padd"));
  for (const paper of short)
    for (const part of [0.2, 0.5, 0.8]) {
      const bytes = paper.bytes.subarray(0, Math.floor(paper.bytes.length * part));
      const verdict = await verdictOn({ ...paper, bytes });
      if (verdict === "clean") passed.push(`${paper.name}: ${part}`);
    }
  assert.deepEqual(passed, []);
});

test("a file whose bytes were changed anywhere never keeps the inspector from answering", async () => {
  // A small generator with a seed: the same changes in every run.
  let seed = 20_261_124;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const small = good.filter(({ bytes }) => bytes.length < 5_000);
  for (let round = 0; round < 1500; round += 1) {
    const paper = small[below(small.length)];
    assert.ok(paper);
    const bytes = Buffer.from(paper.bytes);
    for (let change = 0; change <= below(4); change += 1) bytes.writeUInt8(below(256), below(bytes.length));
    assert.ok(await verdictOn({ ...paper, bytes }), `${paper.name}, round ${round}`);
  }
});
