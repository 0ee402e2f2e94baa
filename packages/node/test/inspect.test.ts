import { type Scan, ScannerDown } from "@window/domain/port/scanner.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256 } from "../src/digest.ts";
import { eicarScan } from "../src/eicar-scan.ts";
import { inspectDocument } from "../src/inspect.ts";
import { jpegOf } from "./corpus/jpeg-maker.ts";
import { pages, pdfOf } from "./corpus/pdf-maker.ts";
import { pngOf } from "./corpus/png-maker.ts";
import { pdf } from "./papers.ts";

const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const MB = 1024 * 1024;
const inspect = (
  bytes: Uint8Array,
  declaredType = "application/pdf",
  scan: Scan = eicarScan,
  maxBytes = MB,
) => inspectDocument({ bytes, declaredType, maxBytes, maxPages: 3, maxPixels: 1000, scan });
const verdict = async (...given: Parameters<typeof inspect>) => (await inspect(...given)).verdict;

test("a paper that is what it says is clean, with its size and digest", async () => {
  const paper = pdf();
  assert.deepEqual(await inspect(paper), { verdict: "clean", sha256: sha256(paper), size: paper.length });
  assert.equal(await verdict(jpegOf(), "image/jpeg"), "clean");
  assert.equal(await verdict(pngOf(), "image/png"), "clean");
});

test("an empty upload and one byte too much are told apart", async () => {
  assert.equal(await verdict(new Uint8Array(0)), "empty");
  const paper = pdf();
  assert.equal(await verdict(paper, "application/pdf", eicarScan, paper.length), "clean");
  assert.equal(await verdict(paper, "application/pdf", eicarScan, paper.length - 1), "too-large");
});

test("a paper is held to the pages and pixels of its own material", async () => {
  assert.equal(await verdict(pdfOf(pages(3))), "clean");
  assert.equal(await verdict(pdfOf(pages(4))), "too-many-pages");
  assert.equal(await verdict(pngOf({ width: 100, height: 10 }), "image/png"), "clean");
  assert.equal(await verdict(pngOf({ width: 143, height: 7 }), "image/png"), "too-many-pixels");
  assert.equal(await verdict(jpegOf({ width: 100, height: 11 }), "image/jpeg"), "too-many-pixels");
});

test("every changed bit of a PNG is seen", async () => {
  const whole = pngOf();
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const copy = Buffer.from(whole);
    copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    assert.notEqual(await verdict(copy, "image/png"), "clean", `bit ${bit}`);
  }
});

test("the EICAR test string is found alone, inside a PDF and inside a picture", async () => {
  assert.equal(await verdict(Buffer.from(EICAR)), "infected");
  assert.equal(await verdict(pdf(EICAR)), "infected");
  assert.equal(await verdict(jpegOf({ after: Buffer.from(EICAR) }), "image/jpeg"), "infected");
  assert.equal(await verdict(pdf(EICAR.toLowerCase())), "clean");
  assert.equal(EICAR.length, 68);
});

test("without a scanner nothing gets a verdict that could still be clean", async () => {
  const unavailable: Scan = async () => ({ kind: "unavailable" });
  await assert.rejects(inspect(pdf(), "application/pdf", unavailable), ScannerDown);
  assert.equal(await verdict(pngOf(), "application/pdf", unavailable), "wrong-type");
  const broken: Scan = async () => Promise.reject(new Error("scanner gone"));
  await assert.rejects(inspect(pdf(), "application/pdf", broken), /scanner gone/);
});

test("what the scanner itself cannot look at is refused", async () => {
  const helpless: Scan = async () => ({ kind: "unscannable" });
  assert.equal(await verdict(pdf(), "application/pdf", helpless), "unscannable");
  assert.equal(await verdict(pdf(), "image/png", helpless), "wrong-type");
});

test("the scanner sees every byte of what it judges, also when the bytes are part of a larger block", async () => {
  const block = Buffer.concat([Buffer.alloc(100, 1), pdf(), Buffer.alloc(100, 1)]);
  const seen: number[] = [];
  const counting: Scan = async (bytes) => {
    seen.push(bytes.length);
    return { kind: "clean" };
  };
  assert.equal(await verdict(block.subarray(100, -100), "application/pdf", counting), "clean");
  assert.deepEqual(seen, [pdf().length]);
});
