import * as z from "zod";
import { typeText } from "./type-text.ts";

const Content = z.record(z.string(), z.object({ schema: z.unknown().optional() }));

const Described = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(
    z.looseObject({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      schema: z.unknown().optional(),
    }),
  ),
  requestBody: z.looseObject({ content: Content }).exactOptional(),
  responses: z.record(z.string(), z.looseObject({ content: Content.exactOptional() })),
});
type Described = z.infer<typeof Described>;

/** As much of an OpenAPI 3.1 document as a client needs. */
export const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Described)),
});
export type Document = z.infer<typeof Document>;

const KEY = "idempotency-key";

const places = [
  ["params", "path"],
  ["query", "query"],
  ["headers", "header"],
] as const;

const first = (content: z.infer<typeof Content> | undefined) => Object.values(content ?? {})[0]?.schema;

/** The parameters of one place as a member; the idempotency key is the client's own. */
const memberOf = ({ parameters }: Described, [member, place]: (typeof places)[number]): string[] => {
  const own = parameters.filter((parameter) => parameter.in === place && parameter.name !== KEY);
  if (own.length === 0) return [];
  const types = own.map(
    ({ name, required, schema }) =>
      `readonly ${JSON.stringify(name)}${required ? "" : "?"}: ${typeText(schema)}`,
  );
  const mark = own.some(({ required }) => required) ? "" : "?";
  return [`readonly ${member}${mark}: { ${types.join("; ")} }`];
};

const answerOf = ({ responses }: Described): string => {
  const good = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  const types = good.map(([, { content }]) =>
    content === undefined ? "undefined" : typeText(first(content)),
  );
  return [...new Set(types)].join(" | ");
};

const shapeText = (described: Described): string => {
  const body = first(described.requestBody?.content);
  const members = [
    ...places.flatMap((place) => memberOf(described, place)),
    ...(body === undefined ? [] : [`readonly body: ${typeText(body)}`]),
    `readonly answer: ${answerOf(described)}`,
  ];
  return `  /** ${described.summary.replaceAll("*/", "")} */\n  readonly ${described.operationId}: { ${members.join("; ")} };`;
};

const routeText = (path: string, method: string, { operationId, parameters }: Described): string => {
  const keyed = parameters.some(({ name }) => name === KEY);
  return `  ${operationId}: ${JSON.stringify({ method, path, keyed })},`;
};

/** Types and routes of every operation, as a module that imports nothing. */
export const apiText = ({ paths }: Document): string => {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  );
  return [
    "/** Generated from the OpenAPI document of the window: npm run client. */",
    "export interface Api {",
    ...all.map(({ described }) => shapeText(described)),
    "}",
    "export const routes = {",
    ...all.map(({ path, method, described }) => routeText(path, method, described)),
    "} as const;",
    "",
  ].join("\n");
};
