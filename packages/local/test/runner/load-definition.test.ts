import { definitionOf, functionNames } from "@window/workflow/definition.ts";
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import * as z from "zod";
import { loadDefinition, NotImplemented } from "../../src/runner/load-definition.ts";
import { openWorkshop } from "./workshop.ts";

const itself = { "open-round": "open-round", "mark-stuck": "mark-stuck", reach: "reach" };
const route = definitionOf("route", itself);
const deadline = definitionOf("deadline", itself);
const fields = z.record(z.string(), z.unknown());

/** A copy of `definition` with `value` at `place`, like `States/Stuck/HeartbeatSeconds`. */
const planted = (definition: unknown, place: string, value: unknown): unknown => {
  const [key = "", ...rest] = place.split("/");
  if (Array.isArray(definition)) {
    return definition.map((one: unknown, index) =>
      String(index) === key ? planted(one, rest.join("/"), value) : one,
    );
  }
  const object = fields.parse(definition);
  return { ...object, [key]: rest.length === 0 ? value : planted(object[key], rest.join("/"), value) };
};

test("implements both machines", () => {
  assert.deepEqual(loadDefinition("route", route, functionNames), route);
  assert.deepEqual(loadDefinition("deadline", deadline, functionNames), deadline);
});

const refusals: [
  machine: string,
  definition: unknown,
  place: string,
  value: unknown,
  state: string,
  field: string,
][] = [
  ["route", route, "TimeoutSeconds", 1, "", "TimeoutSeconds"],
  ["route", route, "QueryLanguage", "JSONata", "", "QueryLanguage"],
  ["route", route, "StartAt", "Nowhere", "", "StartAt"],
  ["route", route, "States/Stuck/HeartbeatSeconds", 60, "Stuck", "HeartbeatSeconds"],
  ["route", route, "States/Stuck/Next", "Nowhere", "Stuck", "Next"],
  [
    "route",
    route,
    "States/Open round/Retry/1/JitterStrategy",
    "FULL",
    "Open round",
    "Retry.1.JitterStrategy",
  ],
  [
    "route",
    route,
    "States/Open round/Retry/1/ErrorEquals",
    ["Lambda.Unknown"],
    "Open round",
    "Retry.1.ErrorEquals.0",
  ],
  ["route", route, "States/Open round/Catch/0/ResultPath", "$.error", "Open round", "Catch.0.ResultPath"],
  ["route", route, "States/Open round/Catch/0/Next", "Nowhere", "Open round", "Catch"],
  ["route", route, "States/Open round/TimeoutSeconds", undefined, "Open round", "TimeoutSeconds"],
  [
    "route",
    route,
    "States/Open round/Parameters/FunctionName",
    "other",
    "Open round",
    "Parameters.FunctionName",
  ],
  [
    "route",
    route,
    "States/Open round/Parameters/Payload/now.$",
    "States.Format('{}')",
    "Open round",
    "Parameters.Payload.now.$",
  ],
  [
    "route",
    route,
    "States/Open round/Resource",
    "arn:aws:states:::sqs:sendMessage",
    "Open round",
    "Resource",
  ],
  ["route", route, "States/More?/Choices/0/StringEquals", "yes", "More?", "Choices.0.StringEquals"],
  ["route", route, "States/Done/Type", "Fail", "Done", "Type"],
  ["deadline", deadline, "States/Wait/Seconds", 5, "Wait", "Seconds"],
  ["deadline", deadline, "States/Wait/TimestampPath", "$.plan[0].at", "Wait", "TimestampPath"],
  ["deadline", deadline, "States/Reach/ResultPath", "$.reached", "Reach", "ResultPath"],
];

for (const [machine, definition, place, value, state, field] of refusals) {
  test(`refuses ${place} of ${machine}, naming machine, state and field`, () => {
    assert.throws(
      () => loadDefinition(machine, planted(definition, place, value), functionNames),
      (error: unknown) => {
        assert.ok(error instanceof NotImplemented);
        const where = state === "" ? `machine "${machine}", ` : `machine "${machine}", state "${state}", `;
        assert.ok(error.message.startsWith(`${where}field "${field}": `), error.message);
        return true;
      },
    );
  });
}

test("refuses to open on a definition of an earlier version that it no longer implements", () => {
  const shop = openWorkshop();
  const old = JSON.stringify(planted(route, "States/Stuck/HeartbeatSeconds", 60));
  shop.database.prepare("INSERT INTO workflow_definition VALUES ('old', 'route', ?)").run(old);
  assert.throws(() => openWorkshop({}, { database: shop.database }), NotImplemented);
});

test("a case goes on with the definition it was started with, a later one takes the new one", async () => {
  const database = new DatabaseSync(":memory:");
  const before = openWorkshop({}, { database });
  await before.workflow.start("route", "case-1", { case: "case-1" });
  await before.workflow.settled();
  await before.workflow.stop();

  const shorter = planted(route, "States/Open round/Next", "Done");
  const after = openWorkshop({}, { database, machines: { route: shorter, deadline } });
  await after.workflow.start("route", "case-2", { case: "case-2" });
  await after.workflow.settled();
  for (const token of [...before.tokens, ...after.tokens])
    await after.workflow.complete(token, { more: true });
  await after.workflow.settled();
  assert.deepEqual(after.calls, ["open-round case-2", "open-round case-1"]);
});
