import assert from "node:assert/strict";
import { test } from "node:test";
import { ApplicationEvent } from "@window/domain/application/event.ts";
import { CaseEvent } from "@window/domain/case/event.ts";
import { ClaimEvent } from "@window/domain/claim/claim.ts";
import * as z from "zod";

/** Paths of texts in a JSON Schema that say neither what they are nor have just one value. */
const undeclared = (schema: unknown, path: string): string[] => {
  if (typeof schema !== "object" || schema === null) return [];
  const node = new Map<string, unknown>(Object.entries(schema));
  if (node.get("type") === "string" && !node.has("const") && !node.has("declared")) return [path];
  return [...node]
    .filter(([key]) => key !== "propertyNames" || !node.has("declared"))
    .flatMap(([key, part]) => undeclared(part, `${path}/${key}`));
};

const lawOf = (schema: z.ZodType) => undeclared(z.toJSONSchema(schema), "");

test("every text in an event is declared code, id or personal", () => {
  for (const schema of [ApplicationEvent, CaseEvent, ClaimEvent]) assert.deepEqual(lawOf(schema), []);
});

test("a text that nobody declared is found wherever it hides", () => {
  const hiding = z.object({ type: z.literal("x"), list: z.array(z.object({ name: z.string() })) });
  assert.deepEqual(lawOf(hiding), ["/properties/list/items/properties/name"]);
  assert.equal(lawOf(z.object({ map: z.record(z.string(), z.int()) })).length, 1);
});

test("what is personal can only be ciphertext", () => {
  const event = { type: "application.issued.v1", result: "res_sample", certificate: "王小明" };
  assert.equal(ApplicationEvent.safeParse(event).success, false);
});
