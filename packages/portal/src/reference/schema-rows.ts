import * as z from "zod";

/** As much of JSON Schema as the description of the API uses. */
const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  maximum: z.number().optional(),
});
type Schema = z.infer<typeof Schema>;

/** One member of what is sent or answered: `cases[].number`. */
export interface Row {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** Deeper members are shown by the example. */
const DEEPEST = 3;

const choices = ({ anyOf, oneOf }: Schema): readonly unknown[] => anyOf ?? oneOf ?? [];

const bounds = ({ minLength, maxLength }: Schema): string => {
  if (maxLength === undefined) return "";
  return ` (${minLength === undefined || minLength === maxLength ? "" : `${minLength}–`}${maxLength})`;
};

/** What a value is, in a few words: `string (date-time)`, `"agree" | "refuse"`. */
export const typeOf = (value: unknown): string => {
  const schema = Schema.parse(value ?? {});
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const all = choices(schema);
  if (all.length > 0) return [...new Set(all.map(typeOf))].join(" | ");
  if (schema.type === "array") return `${typeOf(schema.items)}[]`;
  const { type = "any", format } = schema;
  return [type].flat().join(" | ") + (format === undefined ? bounds(schema) : ` (${format})`);
};

const inside = (schema: Schema, name: string, depth: number): readonly Row[] => {
  if (schema.type === "array") return membersOf(schema.items, `${name}[]`, depth);
  return [schema, ...choices(schema)].flatMap((one) => membersOf(one, name, depth));
};

const membersOf = (value: unknown, name: string, depth: number): readonly Row[] => {
  const { properties = {}, required = [] } = Schema.parse(value ?? {});
  return Object.entries(properties).flatMap(([member, schema]) => {
    const path = name === "" ? member : `${name}.${member}`;
    const row = { name: path, type: typeOf(schema), required: required.includes(member) };
    return [row, ...(depth < DEEPEST ? inside(Schema.parse(schema ?? {}), path, depth + 1) : [])];
  });
};

/** Every member of a body, each once: alternatives may name the same one. */
export const rowsOf = (value: unknown): readonly Row[] => {
  const rows = inside(Schema.parse(value ?? {}), "", 1);
  return [...new Map(rows.map((row) => [row.name, row])).values()];
};
