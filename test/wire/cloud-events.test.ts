import { CloudEvent } from "@window/contract/cloud-event.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod";
import conformance from "./vectors/cloudevents.json" with { type: "json" };

const accepts = (event: unknown) => CloudEvent.safeParse(event).success;

test("every valid event of the CloudEvents conformance suite is accepted", () => {
  const cases = Object.entries(conformance.validEvents);
  assert.equal(cases.length, 10);
  for (const [name, event] of cases) assert.ok(accepts(event), name);
});

test("every invalid event of the CloudEvents conformance suite is refused", () => {
  const cases = Object.entries(conformance.invalidEvents);
  assert.equal(cases.length, 25);
  for (const [name, event] of cases) assert.ok(!accepts(event), name);
});

test("batches of the conformance suite are accepted and refused as it says", () => {
  const batch = z.array(CloudEvent);
  for (const [name, events] of Object.entries(conformance.validBatches))
    assert.ok(batch.safeParse(events).success, name);
  for (const [name, events] of Object.entries(conformance.invalidBatches)) {
    assert.ok(!batch.safeParse(events).success, name);
  }
});

const minimal = { specversion: "1.0", id: "1", source: "urn:window", type: "talent.test.v1" };

test("a source that is no URI reference, and a day that does not exist, are refused", () => {
  for (const source of ["has space", "a%zz", "a#b#c", "<x>", "雨", "a\nb", "x".repeat(2049)]) {
    assert.ok(!accepts({ ...minimal, source }), source.slice(0, 20));
  }
  for (const time of [
    "2026-02-29T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T00:00:00",
    "2026-01-01",
    "2026-01-01T00:00:00+08",
  ]) {
    assert.ok(!accepts({ ...minimal, time }), time);
  }
  assert.ok(accepts({ ...minimal, time: "2028-02-29T08:00:00.123456789+08:00" }));
});

test("an extension attribute has a lower-case name and a simple value", () => {
  assert.ok(
    accepts({
      ...minimal,
      traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
      sampled: 1,
    }),
  );
  for (const wrong of [
    { traceParent: "x" },
    { trace_parent: "x" },
    { trace: { id: 1 } },
    { ratio: 1.5 },
    { "": "x" },
  ]) {
    assert.ok(!accepts({ ...minimal, ...wrong }), JSON.stringify(wrong));
  }
});

test("a hostile source of a hundred thousand characters is refused without delay", () => {
  for (const text of ["%".repeat(100_000), `${"a/".repeat(50_000)}<`, "#".repeat(100_000)]) {
    assert.ok(!accepts({ ...minimal, source: text }));
    assert.ok(!accepts({ ...minimal, datacontenttype: text }));
  }
});
