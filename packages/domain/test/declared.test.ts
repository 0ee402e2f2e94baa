import assert from "node:assert/strict";
import { test } from "node:test";
import { ApplicationEvent } from "@window/domain/application/event.ts";
import { CaseEvent } from "@window/domain/case/event.ts";
import { ClaimEvent } from "@window/domain/claim/claim.ts";
import { EditionEvent } from "@window/domain/edition/event.ts";
import { LookUpEvent } from "@window/domain/look-up/look-up.ts";
import { NoticeEvent } from "@window/domain/notice/event.ts";
import { OpeningEvent } from "@window/domain/opening/event.ts";
import * as z from "zod";

type Definitions = Readonly<Record<string, unknown>>;

/** Paths of texts in a JSON Schema that say neither what they are nor have just one value. */
const undeclared = (schema: unknown, path: string, definitions: Definitions): string[] => {
  if (typeof schema !== "object" || schema === null) return [];
  const node = new Map<string, unknown>(Object.entries(schema));
  if (node.get("declared") === "public") return [];
  if (node.get("type") === "string" && !node.has("const") && !node.has("declared")) return [path];
  const named = /^#\/\$defs\/(.+)$/.exec(String(node.get("$ref")))?.[1] ?? "";
  // Each definition is looked at once, where it is first used.
  const { [named]: definition, ...others } = definitions;
  return [...node, ["definition", definition] as const]
    .filter(([key]) => key !== "$defs" && (key !== "propertyNames" || !node.has("declared")))
    .flatMap(([key, part]) => undeclared(part, `${path}/${key}`, others));
};

const lawOf = (schema: z.ZodType) => {
  const { $defs = {}, ...json } = z.toJSONSchema(schema);
  return undeclared(json, "", $defs);
};

test("every text in an event is declared code, id, public or personal", () => {
  for (const schema of [
    ApplicationEvent,
    CaseEvent,
    NoticeEvent,
    ClaimEvent,
    OpeningEvent,
    LookUpEvent,
    EditionEvent,
  ])
    assert.deepEqual(lawOf(schema), []);
});

test("a text that nobody declared is found wherever it hides", () => {
  const hiding = z.object({ type: z.literal("x"), list: z.array(z.object({ name: z.string() })) });
  assert.deepEqual(lawOf(hiding), ["/properties/list/items/properties/name"]);
  assert.equal(lawOf(z.object({ map: z.record(z.string(), z.int()) })).length, 1);
  assert.notDeepEqual(lawOf(z.object({ anything: z.json() })), []);
});

test("only an edition of the catalogue publishes text", () => {
  for (const schema of [ApplicationEvent, CaseEvent, NoticeEvent, ClaimEvent, OpeningEvent, LookUpEvent])
    assert.doesNotMatch(JSON.stringify(z.toJSONSchema(schema)), /"declared":"public"/);
});

test("what is personal can only be ciphertext", () => {
  const event = { type: "application.issued.v1", result: "res_sample", certificate: "王小明" };
  assert.equal(ApplicationEvent.safeParse(event).success, false);
});
