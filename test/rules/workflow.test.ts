import { definitionOf, machines } from "@window/workflow/definition.ts";
import validate from "asl-validator";
import assert from "node:assert/strict";
import test from "node:test";
import * as z from "zod";
import { breaches } from "./workflow-laws.ts";

const arns = {
  "open-round": "arn:aws:lambda:cn-north-1:000000000000:function:open-round",
  "mark-stuck": "arn:aws:lambda:cn-north-1:000000000000:function:mark-stuck",
  reach: "arn:aws:lambda:cn-north-1:000000000000:function:reach",
};

for (const name of ["route", "deadline"] as const) {
  test(`${name} keeps every law of the machines`, () => {
    assert.deepEqual(breaches(machines[name]), []);
  });

  test(`${name} is accepted by asl-validator`, () => {
    assert.deepEqual(validate(structuredClone(definitionOf(name, arns))).errors, []);
  });

  test(`${name} has no placeholder left when its functions are filled in, and names its partition`, () => {
    const text = JSON.stringify(definitionOf(name, arns, "aws-cn"));
    assert.ok(!text.includes("${"), text);
    assert.ok(!text.includes("arn:aws:states"), text);
    assert.ok(text.includes("arn:aws-cn:states:::lambda:invoke"), text);
  });
}

test("a case is asked for three times before it is stuck", () => {
  const { Retry } = machines.route.States["Open round"];
  const triesAfter = (error: string) =>
    Retry.find(({ ErrorEquals }) => ErrorEquals.some((name) => name === error))?.MaxAttempts;
  assert.equal(triesAfter("States.ALL"), 2, "two tries after the first");
  assert.equal(triesAfter("StoreUnavailable"), 150, "about a day of them while the store refuses");
});

/** Each fault, planted into a copy, must be named by a law. */
const faults: [fault: string, breach: string, plant: (route: Planted) => void][] = [
  [
    "the catch of a waiting state dropped",
    "does not catch its timeout",
    (route) => delete route.States.Stuck.Catch,
  ],
  [
    "the timeout of a waiting state dropped",
    "may wait for ever",
    (route) => delete route.States.Stuck.TimeoutSeconds,
  ],
  [
    "a wait of more than 300 days",
    "may wait for ever",
    (route) => (route.States.Stuck.TimeoutSeconds = 366 * 86_400),
  ],
  [
    "a timeout that is tried again",
    "asks again after 300 days",
    (route) => route.States.Stuck.Retry?.shift(),
  ],
  [
    "a cycle without a wait",
    "without a wait",
    (route) => (route.States["Open round"].Catch = [{ ...CATCH, Next: "More?" }]),
  ],
  [
    "a function that waits for no token",
    "without a wait",
    (route) => (route.States["Open round"].Resource = "arn:aws:states:::lambda:invoke"),
  ],
  ["an unknown field", "which we do not use", (route) => (route.States.Stuck["HeartbeatSeconds"] = 60)],
  [
    "an unknown field of a retrier",
    "which we do not use",
    (route) => (route.States.Stuck.Retry = [{ ...RETRY, JitterStrategy: "FULL" }]),
  ],
  ["an unknown field of the machine", "which we do not use", (route) => (route["TimeoutSeconds"] = 60)],
  ["another query language", "more than a plain JSONPath", (route) => (route["QueryLanguage"] = "JSONata")],
  [
    "a target that does not exist",
    "there is no state Nowhere",
    (route) => (route.States.Stuck.Next = "Nowhere"),
  ],
  [
    "a state that nothing leads to",
    "nothing leads to Lost",
    (route) => (route.States["Lost"] = { Type: "Succeed" }),
  ],
  [
    "a state without an end",
    "leads to no end",
    (route) => (route.States.Done = { Type: "Wait", Next: "Done" }),
  ],
  [
    "a task without a second try",
    "gives up at the first failure",
    (route) => (route.States["Open round"].Retry = []),
  ],
  [
    "the name of the applicant in the payload",
    "more than ids",
    (route) =>
      (route.States.Stuck.Parameters = { ...route.States.Stuck.Parameters, Payload: { "name.$": "$.name" } }),
  ],
  [
    "what an error says in the state",
    "what an error says",
    (route) => (route.States.Stuck.Catch = [{ ...CATCH, ResultPath: "$.error" }]),
  ],
  [
    "a function that is none of ours",
    "no function of ours",
    (route) => (route.States.Stuck.Parameters = { FunctionName: "other" }),
  ],
];

interface PlantedState {
  Type: string;
  Next?: string;
  Resource?: string;
  TimeoutSeconds?: number;
  Parameters?: Record<string, unknown>;
  Retry?: Record<string, unknown>[];
  Catch?: Record<string, unknown>[];
  [field: string]: unknown;
}
interface Planted {
  States: {
    Stuck: PlantedState;
    "Open round": PlantedState;
    Done: PlantedState;
    [name: string]: PlantedState;
  };
  [field: string]: unknown;
}
const CATCH = { ErrorEquals: ["States.ALL"], ResultPath: null };
const RETRY = { ErrorEquals: ["States.Timeout"], MaxAttempts: 0 };

const copy = (): Planted => z.custom<Planted>().parse(JSON.parse(JSON.stringify(machines.route)));

for (const [fault, breach, plant] of faults) {
  test(`a law turns red at ${fault}`, () => {
    const route = copy();
    plant(route);
    const found = breaches(route);
    assert.ok(
      found.some((sentence) => sentence.includes(breach)),
      `found only: ${found.join("; ")}`,
    );
  });
}
