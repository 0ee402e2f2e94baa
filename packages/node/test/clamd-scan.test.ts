import assert from "node:assert/strict";
import { test } from "node:test";
import { ClamdAddress, clamdScan } from "../src/clamd-scan.ts";
import { openClamd } from "./clamd-in-test.ts";

type Clamd = Awaited<ReturnType<typeof openClamd>>;

/** What the scanner says of some bytes when clamd is as it is made here. */
const verdictOf = async (
  made: Promise<Clamd>,
  bytes: Uint8Array = Buffer.from("a paper"),
  patience = 500,
) => {
  const clamd = await made;
  try {
    return await clamdScan(clamd.address, patience)(bytes);
  } finally {
    await clamd.close();
  }
};

const says = (answer: string) =>
  openClamd((_, socket) => {
    socket.end(answer);
  });

test("clamd gets every byte, in pieces, and its word counts", async () => {
  const clamd = await openClamd();
  const scan = clamdScan(clamd.address);
  const large = Buffer.alloc(300_000, "paper");
  assert.deepEqual(await scan(large), { kind: "clean" });
  const infected = Buffer.concat([large, Buffer.from("EICAR-STANDARD"), large]);
  assert.deepEqual(await scan(infected), { kind: "infected", name: "Eicar-Test-Signature" });
  assert.deepEqual(
    clamd.streams.map((stream) => stream.length),
    [large.length, infected.length],
  );
  assert.ok(clamd.streams[1]?.equals(infected));
  await clamd.close();
});

test("several papers are scanned at once, each with its own answer", async () => {
  const clamd = await openClamd();
  const scan = clamdScan(clamd.address);
  const texts = ["one", "EICAR-STANDARD", "two", "EICAR-STANDARD"];
  const kinds = await Promise.all(texts.map(async (text) => (await scan(Buffer.from(text))).kind));
  assert.deepEqual(kinds, ["clean", "infected", "clean", "infected"]);
  await clamd.close();
});

test("a scanner that is not there, silent, or gone in the middle is not there", async () => {
  const gone = await openClamd();
  await gone.close();
  assert.deepEqual(await clamdScan(gone.address)(Buffer.from("x")), { kind: "unavailable" });
  const silent = openClamd(() => undefined);
  assert.deepEqual(await verdictOf(silent, undefined, 50), { kind: "unavailable" });
  const hungUp = openClamd((_, socket) => {
    socket.destroy();
  });
  assert.deepEqual(await verdictOf(hungUp), { kind: "unavailable" });
});

test("what is not the whole word OK is not clean", async () => {
  for (const answer of [
    "stream: OK",
    "stream: OKAY\0",
    "OK\0",
    "stream: Can't allocate memory ERROR\0",
    "\0",
    "x".repeat(9000),
  ])
    assert.deepEqual(await verdictOf(says(answer)), { kind: "unavailable" }, answer.slice(0, 40));
});

test("an OK before the end of the stream is not believed", async () => {
  const hasty = openClamd(undefined, (socket) => socket.write("stream: OK\0"));
  const verdict = await verdictOf(hasty, Buffer.alloc(40_000_000));
  assert.deepEqual(verdict, { kind: "unavailable" });
});

test("a paper too large for the scanner will be so tomorrow", async () => {
  const small = says("INSTREAM size limit exceeded. ERROR\0");
  assert.deepEqual(await verdictOf(small), { kind: "unscannable" });
});

test("the setting is a host and a port", () => {
  assert.deepEqual(ClamdAddress.parse("clamav.internal:3310"), { host: "clamav.internal", port: 3310 });
  for (const wrong of ["", "clamav", "clamav:", ":3310", "a b:3310", "clamav:port"])
    assert.equal(ClamdAddress.safeParse(wrong).success, false, wrong);
});
