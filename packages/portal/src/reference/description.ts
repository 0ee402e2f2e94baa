import { isNoun, type Noun } from "@window/contract/nouns.ts";
import { openApi } from "@window/contract/openapi.ts";
import { type OperationId, operations } from "@window/contract/operations.ts";
import type { Operation } from "@window/contract/operation.ts";
import { problemsOf } from "@window/contract/problems-of.ts";
import type { ProblemCode } from "@window/contract/problems.ts";
import type { Text } from "@window/domain/text.ts";
import * as z from "zod";

const Content = z.record(z.string(), z.object({ schema: z.unknown(), example: z.unknown().optional() }));

const Described = z.looseObject({
  operationId: z.custom<OperationId>((id) => typeof id === "string" && Object.hasOwn(operations, id)),
  summary: z.string(),
  description: z.string(),
  tags: z.tuple([z.custom<Noun>((tag) => typeof tag === "string" && isNoun(tag))]),
  security: z.array(z.unknown()),
  parameters: z.array(
    z.looseObject({
      name: z.string(),
      in: z.string(),
      required: z.boolean(),
      schema: z.unknown(),
      example: z.unknown().optional(),
    }),
  ),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Content.optional() })),
});

const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Described)) });

/** One operation as its page shows it. */
export interface ShownOperation {
  readonly id: OperationId;
  readonly noun: Noun;
  readonly method: string;
  readonly path: string;
  readonly summary: Text;
  readonly needsToken: boolean;
  readonly parameters: z.infer<typeof Described>["parameters"];
  readonly request?: { readonly schema: unknown; readonly example?: unknown };
  readonly answers: readonly {
    readonly status: string;
    readonly schema?: unknown;
    readonly example?: unknown;
  }[];
  readonly problems: readonly ProblemCode[];
}

const only = (content: z.infer<typeof Content> | undefined) => Object.values(content ?? {})[0];

const shown = (method: string, path: string, described: z.infer<typeof Described>): ShownOperation => {
  const { operationId: id, parameters, requestBody, responses } = described;
  const operation: Operation = operations[id];
  const request = only(requestBody?.content);
  return {
    id,
    noun: described.tags[0],
    method: method.toUpperCase(),
    path,
    summary: { zh: described.description, en: described.summary },
    needsToken: described.security.length > 0,
    parameters,
    ...(request === undefined ? {} : { request }),
    // Refusals are problem documents, all of one shape; they have pages of their own.
    answers: Object.entries(responses)
      .filter(([status]) => status.startsWith("2"))
      .map(([status, { content }]) => ({ status, ...only(content) })),
    problems: problemsOf(operation),
  };
};

/** Every operation, read back from the OpenAPI document of this window. */
export const readDescription = (origin: string): readonly ShownOperation[] =>
  Object.entries(Document.parse(openApi(origin)).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => shown(method, path, described)),
  );
