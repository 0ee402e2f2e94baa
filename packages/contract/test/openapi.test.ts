import { openApi } from "@window/contract/openapi.ts";
import type { Operation } from "@window/contract/operation.ts";
import { operations } from "@window/contract/operations.ts";
import { problemDocument, problems, isProblemCode } from "@window/contract/problems.ts";
import { Problem } from "@window/contract/problem.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod";

const Described = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string(),
        tags: z.array(z.string()),
        parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() }).loose()),
        responses: z.record(z.string(), z.looseObject({ description: z.string() })),
      }),
    ),
  ),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  webhooks: z.record(z.string(), z.unknown()),
});

const described = Described.parse(JSON.parse(JSON.stringify(openApi("https://window.example"))));

test("every operation is described once, with its parameters, answers and problems", () => {
  const ids = Object.values(described.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  assert.deepEqual(ids.toSorted(), Object.keys(operations).toSorted());
  for (const { path, method, keyed, answers, problems: codes } of Object.values<Operation>(operations)) {
    const { parameters, responses } = described.paths[path]?.[method] ?? assert.fail(path);
    for (const [, name] of path.matchAll(/\{(\w+)\}/g))
      assert.ok(
        parameters.some(
          (parameter) => parameter.name === name && parameter.in === "path" && parameter.required,
        ),
      );
    assert.equal(
      parameters.some(({ name }) => name === "idempotency-key"),
      keyed,
    );
    for (const status of Object.keys(answers)) assert.ok(responses[status], `${path} ${status}`);
    for (const code of codes) assert.ok(responses[problems[code].status]?.description.includes(code), code);
  }
});

test("what an operation is about has a name in both languages", () => {
  const used = Object.values(described.paths).flatMap((path) =>
    Object.values(path).flatMap(({ tags }) => tags),
  );
  const names = new Map(described.tags.map(({ name, description }) => [name, description]));
  assert.deepEqual([...names.keys()].toSorted(), [...new Set(used)].toSorted());
  for (const description of names.values()) assert.match(description, /^[A-Z].* \p{Script=Han}+$/u);
});

test("nothing in the description points at nothing", () => {
  const text = JSON.stringify(openApi("https://window.example"));
  const targets = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target));
  assert.deepEqual([...targets], ["#/components/schemas/Problem"]);
});

test("what departments are sent stands under webhooks", () => {
  assert.deepEqual(Object.keys(described.webhooks), ["talent.referral.requested.v1"]);
});

test("every problem has a 4xx or 5xx status and says why and what to do, in both languages", () => {
  for (const code of Object.keys(problems)) {
    assert.ok(isProblemCode(code));
    const problem = Problem.parse(problemDocument(code));
    assert.ok(problem.status >= 400 && problem.status < 600, code);
    assert.match(problem.cause.zh, /\p{Script=Han}/u, code);
    assert.match(problem.remedy.zh, /\p{Script=Han}/u, code);
    assert.doesNotMatch(problem.cause.en + problem.remedy.en, /\p{Script=Han}/u, code);
  }
  assert.ok(!isProblemCode("toString"));
});
