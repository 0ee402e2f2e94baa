/**
 * Writes packages/department-kit/src/events.ts from the contract's JSON Schemas: the kit imports nothing of ours, so
 * its types are a copy, and test/wire/kit-events.test.ts fails when the copy is not what the contract says.
 * `node test/kit/department-events.ts` writes it anew.
 */
import { eventSchemas } from "@window/contract/event-schemas.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import * as z from "zod";

const root = join(import.meta.dirname, "../..");
const file = join(root, "packages/department-kit/src/events.ts");

/** As much of JSON Schema as the contract's events use. */
const Schema = z.looseObject({
  type: z.enum(["object", "array", "string", "boolean", "integer", "null"]).optional(),
  const: z.string().optional(),
  get anyOf() {
    return z.array(Schema).optional();
  },
  get oneOf() {
    return z.array(Schema).optional();
  },
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  required: z.array(z.string()).optional(),
  get items() {
    return Schema.optional();
  },
});
type Schema = z.infer<typeof Schema>;

const typeOf = (schema: Schema): string => {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(typeOf).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array":
      return `readonly (${schema.items ? typeOf(schema.items) : "unknown"})[]`;
    case "integer":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case undefined:
      return "unknown";
  }
};

const objectOf = ({ properties = {}, required = [] }: Schema): string => {
  const members = Object.entries(properties);
  if (members.length === 0) return "Readonly<Record<string, never>>";
  const lines = members.map(
    ([name, schema]) => `readonly ${name}${required.includes(name) ? "" : "?"}: ${typeOf(schema)};`,
  );
  return `{ ${lines.join(" ")} }`;
};

const declaration = (comment: string, name: string, schema: unknown): string =>
  `/** ${comment} */\nexport type ${name} = ${typeOf(Schema.parse(schema))};`;

/** The text of packages/department-kit/src/events.ts. */
export const departmentEvents = async (): Promise<string> => {
  const schemas = eventSchemas();
  const text = [
    "// Written by test/kit/department-events.ts from the contract's JSON Schemas: change those, not this.",
    declaration(
      "A department is asked: what, by when (`due`, UTC), where to read and where to answer.",
      "ReferralRequested",
      schemas["talent.referral.requested.v1"],
    ),
    declaration(
      "签收: the department has seen the referral.",
      "ReferralAcknowledged",
      schemas["talent.referral.acknowledged.v1"],
    ),
    declaration(
      "办理意见: the one final answer. A refusal names at least one reason from the item's closed list.",
      "ReferralAnswered",
      schemas["talent.referral.answered.v1"],
    ),
    '/** What an answer says. */\nexport type Answer = ReferralAnswered["data"];',
    "/** Everything that may be posted to a callback. */ export type ReferralCallback = ReferralAcknowledged | ReferralAnswered;",
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(file)), parser: "typescript" });
};

if (import.meta.main) writeFileSync(file, await departmentEvents());
