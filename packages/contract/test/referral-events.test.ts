import { eventSchemas } from "@window/contract/event-schemas.ts";
import { ReferralCallback, ReferralRequested } from "@window/contract/referral-events.ts";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as z from "zod";

const Message = z.discriminatedUnion("type", [ReferralRequested, ...ReferralCallback.options]);

const examples = (folder: "good" | "bad") => {
  const url = new URL(`../examples/${folder}/`, import.meta.url);
  return readdirSync(url).map((file) => ({
    name: file.replace(".json", ""),
    event: z.json().parse(JSON.parse(readFileSync(new URL(file, url), "utf8"))),
  }));
};

/** Where each bad example is wrong: one place each. */
const faults: Record<string, string> = {
  "acknowledged-with-content": "data",
  "agreed-with-an-empty-opinion": "data.opinion",
  "agreed-with-an-opinion-over-2000-characters": "data.opinion",
  "agreed-with-an-unknown-member": "data",
  "answered-with-an-unknown-outcome": "data.outcome",
  "answered-without-outcome": "data.outcome",
  "callback-at-a-time-without-offset": "time",
  "callback-in-xml": "datacontenttype",
  "callback-of-an-unknown-type": "type",
  "callback-of-another-specversion": "specversion",
  "callback-without-id": "id",
  "callback-without-source": "source",
  "refused-with-free-text-for-a-reason": "data.reasons.0",
  "refused-with-no-reason-in-the-list": "data.reasons",
  "refused-without-reasons": "data.reasons",
  "requested-in-one-language": "data.question.en",
  "requested-with-a-callback-that-is-no-web-address": "data.callback",
  "requested-with-a-case-for-a-referral": "subject",
  "requested-with-a-local-due-time": "data.due",
  "requested-without-handle": "data.handle",
};

test("every good example is understood", () => {
  assert.ok(examples("good").length >= 7);
  for (const { name, event } of examples("good")) assert.ok(Message.safeParse(event).success, name);
});

test("every bad example is refused, for the fault in its name and in one place", () => {
  const places = Object.fromEntries(
    examples("bad").map(({ name, event }) => {
      const issues = Message.safeParse(event).error?.issues ?? [];
      return [name, [...new Set(issues.map(({ path }) => path.join(".")))].join(" ")];
    }),
  );
  assert.deepEqual(places, faults);
});

test("an agreement needs no reasons and reads as having none", () => {
  const agreed = examples("good").find(({ name }) => name === "agreed");
  const callback = ReferralCallback.parse(agreed?.event);
  assert.ok(callback.type === "talent.referral.answered.v1");
  assert.deepEqual(callback.data, { outcome: "agree", reasons: [] });
});

test("what we send holds nothing personal: only ids, codes, addresses and the catalogue's own question", () => {
  assert.deepEqual(Object.keys(ReferralRequested.shape.data.shape), [
    "referral",
    "case",
    "caseNumber",
    "item",
    "step",
    "question",
    "handle",
    "callback",
    "details",
    "due",
    "provisional",
  ]);
});

test("a JSON Schema is published for every message, and does not forbid a member added later", () => {
  const schemas = eventSchemas();
  for (const [name, schema] of Object.entries(schemas)) assert.equal(schema.type, "object", name);
  assert.equal(schemas["talent.referral.requested.v1"].additionalProperties, undefined);
  assert.deepEqual(schemas["talent.referral.answered.v1"].required, [
    "specversion",
    "id",
    "source",
    "type",
    "data",
  ]);
});
