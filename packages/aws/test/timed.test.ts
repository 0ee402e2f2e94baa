import { openFresh, FRESH } from "@window/aws/fresh.ts";
import { timed } from "@window/aws/timed.ts";
import { HOUR, Instant, later, toIso } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const now = Instant.parse(Date.UTC(2026, 10, 24));
const at = toIso(later(now, 48 * HOUR));
const clocks = (ahead: number) => ({ legal: { now: () => later(now, ahead) }, wire: { now: () => now } });

test("a machine waits until the legal instant where nobody moves the clock", () => {
  assert.deepEqual(timed({ plan: "due", at }, clocks(0)), { plan: "due", at, legal: at });
  assert.deepEqual(timed({ plan: "due", at }, clocks(3)), { plan: "due", at, legal: at });
});

test("with the clock moved ahead it waits in real time, and is told the legal instant", () => {
  const { at: waits, legal } = timed({ at }, clocks(40 * HOUR));
  assert.deepEqual([waits, legal], [toIso(later(now, 8 * HOUR)), at]);
});

test("what waits for no instant stays as it is", () => {
  assert.deepEqual(timed({ case: "case_1x" }, clocks(HOUR)), { case: "case_1x" });
});

test("a key or configuration is read again after five minutes, and a failed reading at once", async () => {
  let reads = 0;
  let time = 0;
  let fails = true;
  const read = openFresh(
    async () => {
      reads += 1;
      if (fails) throw new Error("not now");
      return reads;
    },
    { now: () => Instant.parse(time) },
  );
  await assert.rejects(read());
  fails = false;
  assert.deepEqual(await Promise.all([read(), read()]), [2, 2]);
  time = FRESH - 1;
  assert.equal(await read(), 2);
  time = FRESH;
  assert.equal(await read(), 3);
});
