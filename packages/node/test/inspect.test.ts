import type { Scan } from "@window/domain/port/scanner.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256 } from "../src/digest.ts";
import { eicarScan } from "../src/eicar-scan.ts";
import { inspectDocument } from "../src/inspect.ts";
import { chunk, jpeg, pdf, png } from "./papers.ts";

const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const MB = 1024 * 1024;
const inspect = (
  bytes: Uint8Array,
  declaredType = "application/pdf",
  scan: Scan = eicarScan,
  maxBytes = MB,
) => inspectDocument({ bytes, declaredType, maxBytes, scan });
const verdict = async (...given: Parameters<typeof inspect>) => (await inspect(...given)).verdict;

test("a paper that is what it says is clean, with its size and digest", async () => {
  const paper = pdf();
  assert.deepEqual(await inspect(paper), {
    verdict: "clean",
    sha256: sha256(paper),
    size: paper.length,
    detectedType: "application/pdf",
  });
  assert.equal(await verdict(jpeg(640, 480), "image/jpeg"), "clean");
  assert.equal(await verdict(png(), "image/png"), "clean");
});

test("the papers real programs write are clean: padded, saved twice, with fill bytes and text chunks", async () => {
  assert.equal(await verdict(Buffer.concat([pdf(), Buffer.from("\r\n\0\0")])), "clean");
  assert.equal(await verdict(Buffer.concat([pdf(), Buffer.from("startxref\n120\n%%EOF")])), "clean");
  assert.equal(await verdict(Buffer.concat([jpeg(), Buffer.alloc(7)]), "image/jpeg"), "clean");
  const filled = Buffer.concat([jpeg().subarray(0, 2), Buffer.from("ffff", "hex"), jpeg().subarray(2)]);
  assert.equal(await verdict(filled, "image/jpeg"), "clean");
  assert.equal(await verdict(png(1, 1, [chunk("tEXt", Buffer.from("Title\0lease"))]), "image/png"), "clean");
});

test("an empty upload and one byte too much are told apart", async () => {
  assert.equal(await verdict(new Uint8Array(0)), "empty");
  const paper = pdf();
  assert.equal(await verdict(paper, "application/pdf", eicarScan, paper.length), "clean");
  assert.equal(await verdict(paper, "application/pdf", eicarScan, paper.length - 1), "too-large");
});

test("a paper of another type than it says is refused, and the real type is named", async () => {
  const found = await inspect(png(), "application/pdf");
  assert.deepEqual(
    { verdict: found.verdict, type: found.detectedType },
    { verdict: "wrong-type", type: "image/png" },
  );
  assert.equal(await verdict(pdf(), "image/png"), "wrong-type");
  assert.equal(await verdict(pdf(), "application/pdf; charset=utf-8"), "wrong-type");
});

test("what only begins like a paper, or is something else besides, is refused", async () => {
  const zipEnd = Buffer.from("504b0506000000000000000000000000000000000000", "hex");
  const cases: Record<string, [Buffer, string]> = {
    "a text": [Buffer.from("hello"), "application/pdf"],
    "a web page": [Buffer.from("<html>%PDF-1.7\n%%EOF"), "application/pdf"],
    "a PDF header alone": [Buffer.from("%PDF-1.7\n"), "application/pdf"],
    "a PDF after something else": [Buffer.concat([Buffer.from("MZ"), pdf()]), "application/pdf"],
    "a PDF cut short": [pdf().subarray(0, -20), "application/pdf"],
    "a PDF with something after its end": [
      Buffer.concat([pdf(), Buffer.from("<script>")]),
      "application/pdf",
    ],
    "a PDF that is an archive": [pdf(zipEnd.toString("latin1")), "application/pdf"],
    "an archive": [zipEnd, "application/pdf"],
    "a JPEG start alone": [Buffer.from("ffd8ffe0", "hex"), "image/jpeg"],
    "a JPEG cut short": [jpeg().subarray(0, -2), "image/jpeg"],
    "a JPEG with a program after it": [Buffer.concat([jpeg(), Buffer.from("#!/bin/sh")]), "image/jpeg"],
    "a JPEG that is an archive": [jpeg(1, 1, zipEnd), "image/jpeg"],
    "a JPEG of no size": [jpeg(0, 10), "image/jpeg"],
    "a JPEG whose segments lead nowhere": [
      Buffer.from("ffd8ffe00002ffe00002ffe00002ffd9", "hex"),
      "image/jpeg",
    ],
    "a PNG signature alone": [Buffer.from("89504e470d0a1a0a", "hex"), "image/png"],
    "a PNG cut short": [png().subarray(0, -1), "image/png"],
    "a PNG with something after it": [Buffer.concat([png(), Buffer.from("x")]), "image/png"],
    "a PNG of no size": [png(0, 5), "image/png"],
    "a PNG with a second header": [png(1, 1, [chunk("IHDR", Buffer.alloc(13))]), "image/png"],
  };
  for (const [name, [bytes, type]] of Object.entries(cases))
    assert.equal(await verdict(bytes, type), "wrong-type", name);
});

test("every changed bit of a PNG is seen", async () => {
  const whole = png();
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const copy = Buffer.from(whole);
    copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    assert.equal(await verdict(copy, "image/png"), "wrong-type", `bit ${bit}`);
  }
});

test("an image that would fill a viewer's memory is too large, however few its bytes", async () => {
  assert.equal(await verdict(png(12_000, 12_000), "image/png"), "clean");
  assert.equal(await verdict(png(0xffff_ffff, 0xffff_ffff), "image/png"), "too-large");
  assert.equal(await verdict(jpeg(65_535, 65_535), "image/jpeg"), "too-large");
});

test("the EICAR test string is found alone, inside a PDF and inside a picture", async () => {
  assert.equal(await verdict(Buffer.from(EICAR)), "infected");
  assert.equal(await verdict(pdf(EICAR)), "infected");
  assert.equal(await verdict(jpeg(1, 1, Buffer.from(EICAR)), "image/jpeg"), "infected");
  assert.equal(await verdict(pdf(EICAR.toLowerCase())), "clean");
  assert.equal(EICAR.length, 68);
});

test("without a scanner nothing becomes readable", async () => {
  const unavailable: Scan = async () => ({ kind: "unavailable" });
  assert.equal(await verdict(pdf(), "application/pdf", unavailable), "unscannable");
  assert.equal(await verdict(png(), "application/pdf", unavailable), "wrong-type");
  const broken: Scan = async () => Promise.reject(new Error("scanner gone"));
  await assert.rejects(inspect(pdf(), "application/pdf", broken), /scanner gone/);
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
