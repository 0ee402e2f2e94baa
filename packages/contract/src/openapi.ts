import * as z from "zod";
import { eventSchemas } from "./event-schemas.ts";
import { nouns } from "./nouns.ts";
import type { Operation } from "./operation.ts";
import { exampleOf, type Example } from "./examples.ts";
import { everyOperation } from "./operations.ts";
import { Problem } from "./problem.ts";
import { needsToken, problemsOf } from "./problems-of.ts";
import { problems, type ProblemCode } from "./problems.ts";

type Json = z.infer<ReturnType<typeof z.json>>;
type Tree = Record<string, Json>;

/** As the sender writes it; members added later break no receiver. */
const schemaOf = (schema: z.core.$ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return z.json().parse(rest);
};

/** `example` is one value of that schema, or nothing. */
const content = (types: readonly string[], schema: Json, example?: Json): Tree => ({
  content: Object.fromEntries(
    types.map((type) => [type, { schema, ...(example === undefined ? {} : { example }) }]),
  ),
});

const PROBLEM = content(["application/problem+json"], { $ref: "#/components/schemas/Problem" });

/** The parameters of one place (path, query, header), from the object schema that parses them. */
const parameters = (
  place: "path" | "query" | "header",
  schema: z.ZodObject | undefined,
  given: Readonly<Record<string, string>> = {},
): Json[] =>
  Object.entries<z.core.$ZodType>(schema?.shape ?? {}).map(([name, member]) => ({
    name,
    in: place,
    required: place === "path" || !z.safeParse(member, undefined).success,
    schema: schemaOf(member),
    ...(given[name] === undefined ? {} : { example: given[name] }),
  }));

const KEY = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(255)
    .describe("A fresh unique value with every new request; the same one when it is repeated"),
});

/** Every status a problem can give, with the codes that come with it. */
const refusals = (codes: readonly ProblemCode[]): Tree => {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [status, { description: those.join(", "), ...PROBLEM }]),
  );
};

const answers = ({ answers: given }: Operation, { answer }: Example): Tree =>
  Object.fromEntries(
    Object.entries(given).map(([status, schema]) => {
      const example = answer.status === Number(status) ? answer.body : undefined;
      return [
        status,
        schema === null
          ? { description: "done" }
          : { description: "done", ...content(["application/json"], schemaOf(schema), example) },
      ];
    }),
  );

const describe = (id: string, described: Operation, example: Example): Tree => ({
  operationId: id,
  summary: described.summary.en,
  description: described.summary.zh,
  tags: [described.path.split("/")[1] ?? ""],
  security: needsToken(described) ? [{ bearer: [] }] : [],
  parameters: [
    ...parameters("path", described.params, example.request.params),
    ...parameters("query", described.query, example.request.query),
    ...parameters("header", described.headers, example.request.headers),
    ...(described.keyed ? parameters("header", KEY) : []),
  ],
  ...(described.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          ...content(
            described.bodyTypes ?? ["application/json"],
            schemaOf(described.body),
            example.request.body,
          ),
        },
      }),
  responses: { ...answers(described, example), ...refusals(problemsOf(described)) },
});

const paths = (): Tree => {
  const tree: Record<string, Tree> = {};
  for (const [id, described] of everyOperation)
    (tree[described.path] ??= {})[described.method] = describe(id, described, exampleOf(id));
  return tree;
};

const webhooks = (): Tree => {
  const schema = eventSchemas()["talent.referral.requested.v1"];
  return {
    "talent.referral.requested.v1": {
      post: {
        summary: "A department is asked (CloudEvents 1.0, signed as Standard Webhooks)",
        requestBody: content(["application/cloudevents+json"], z.json().parse(schema)),
        responses: { "2XX": { description: "taken" } },
      },
    },
  };
};

/** The whole API as OpenAPI 3.1, made from the operations. `origin` is where this window is. */
export const openApi = (origin: string): Tree => ({
  openapi: "3.1.0",
  info: {
    title: "Talent window 人才服务单一窗口",
    version: "1",
    description: "One window for talent services. Every refusal is application/problem+json (RFC 9457).",
  },
  servers: [{ url: origin }],
  tags: Object.entries(nouns).map(([name, { zh, en }]) => ({ name, description: `${en} ${zh}` })),
  paths: paths(),
  webhooks: webhooks(),
  components: {
    schemas: { Problem: schemaOf(Problem) },
    securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
  },
});
