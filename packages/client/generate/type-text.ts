import * as z from "zod";

/**
 * JSON Schema as zod writes it, as a TypeScript type. What this does not know it refuses: a type that says less than its
 * schema would go unnoticed.
 */
const Type = z.enum(["object", "array", "string", "number", "integer", "boolean", "null"]);
type Type = z.infer<typeof Type>;

const Schema = z.looseObject({
  const: z.json().exactOptional(),
  enum: z.array(z.json()).exactOptional(),
  anyOf: z.array(z.unknown()).exactOptional(),
  oneOf: z.array(z.unknown()).exactOptional(),
  allOf: z.array(z.unknown()).exactOptional(),
  type: z.union([Type.transform((type) => [type]), z.array(Type)]).default([]),
  properties: z.record(z.string(), z.unknown()).exactOptional(),
  required: z.array(z.string()).default([]),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).exactOptional(),
});
type Schema = z.infer<typeof Schema>;

/** Narrow what a type of TypeScript cannot say, or say it for people. */
const SAYS_NOTHING =
  /^(description|default|format|pattern|propertyNames|declared|uniqueItems|(min|max)[A-Z]\w+)$/;
const BOUNDS = /^(minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf)$/;

const scalars = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "null",
} as const;

const joined = (schemas: readonly unknown[], sign: "|" | "&"): string =>
  [...new Set(schemas.map((schema) => `(${typeText(schema)})`))].join(` ${sign} `);

const objectText = ({ properties = {}, required, additionalProperties }: Schema): string => {
  const members = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?";
    return `readonly ${JSON.stringify(name)}${mark}: ${typeText(schema)}`;
  });
  if (typeof additionalProperties === "object") {
    const others = typeText(additionalProperties);
    // Beside named members a signature binds them too, so only the one that binds nothing can stand there.
    if (members.length > 0 && others !== "unknown") throw new Error(`${others} beside named members`);
    members.push(`readonly [name: string]: ${others}`);
  }
  return `{ ${members.join("; ")} }`;
};

const arrayText = ({ items, prefixItems }: Schema): string =>
  prefixItems === undefined
    ? `readonly (${typeText(items)})[]`
    : `readonly [${prefixItems.map(typeText).join(", ")}]`;

const ofType = (schema: Schema, type: Type): string => {
  if (type === "object") return objectText(schema);
  return type === "array" ? arrayText(schema) : scalars[type];
};

const known = new Set(Object.keys(Schema.shape));

const choices = ({ const: only, enum: several, anyOf, oneOf, allOf }: Schema): string | undefined => {
  if (only !== undefined) return JSON.stringify(only);
  if (several !== undefined) return several.map((value) => JSON.stringify(value)).join(" | ");
  const any = anyOf ?? oneOf;
  if (any !== undefined) return joined(any, "|");
  return allOf === undefined ? undefined : joined(allOf, "&");
};

/** Throws for a keyword that is not known here. */
export const typeText = (given: unknown): string => {
  const schema = Schema.parse(given ?? {});
  for (const word of Object.keys(schema))
    if (!known.has(word) && !SAYS_NOTHING.test(word) && !BOUNDS.test(word))
      throw new Error(`"${word}" is not known`);
  const chosen = choices(schema);
  if (chosen !== undefined) return chosen;
  return schema.type.length === 0 ? "unknown" : schema.type.map((type) => ofType(schema, type)).join(" | ");
};
