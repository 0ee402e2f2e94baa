import { App } from "aws-cdk-lib";
import { Template as Synthesized } from "aws-cdk-lib/assertions";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import * as z from "zod";
import { assembly } from "../../infra/assembly.ts";
import { metafileOf } from "../../infra/part/bundle.ts";
import { PRODUCTION, stageOf } from "../../infra/stage.ts";
import { openTestDoor } from "../../infra/test-door.ts";
import { retention } from "@window/catalogue/retention.ts";
import { patience } from "@window/aws/patience.ts";
import { accessTo } from "../../infra/access.ts";
import { actionsInBundle, functionsOf, secretsOf, sourcesOf, writersOf } from "./bundle-actions.ts";
import { pagesAreLedToTheirs, pagesOnlyRead } from "./page-laws.ts";
import * as laws from "./template-laws.ts";
import type { Law } from "./template-laws.ts";
import { ofType, Template } from "./template.ts";

const folder = mkdtempSync(join(tmpdir(), "window-synth-"));
after(() => rmSync(folder, { recursive: true }));

const synthesized = (stage: string) => {
  const { data, window } = assembly(new App({ outdir: join(folder, stage) }), stage);
  const read = (stack: typeof data | typeof window): Template =>
    Template.parse(Synthesized.fromStack(stack).toJSON());
  return { stacks: { data, window }, data: read(data), window: read(window) };
};

const prod = synthesized(PRODUCTION);
const trial = synthesized("test");

test("both stacks keep to the door by which they are deployed", () => {
  for (const { tags, node } of [prod.stacks.data, prod.stacks.window]) {
    assert.equal(tags.tagValues()["door"], "cdk");
    assert.ok(node.tryFindChild("Door"));
  }
});

const forEveryStage = {
  "nothing is allowed with `*` without a written reason": laws.noWildcards,
  "no policy lets anybody in who is not of the account": laws.nobodyElseIsLetIn,
  "no role has a policy that grows by itself": laws.noManagedPolicies,
  "every queue has dead letters": laws.queuesHaveDeadLetters,
  "somebody is told of dead letters": laws.deadLettersAreAlarmed,
  "every alarm tells somebody": laws.alarmsTellSomebody,
  "every log is kept for a time": laws.logsAreKeptForATime,
  "functions run on Node 24 and arm64, with a timeout, a log and a role of their own":
    laws.functionsAreOfOneKind,
  "tables can be restored and are under our key": laws.tablesAreSafe,
  "buckets are closed to the public and take TLS alone": laws.bucketsAreClosed,
  "no record blocks those behind it": laws.batchesDoNotBlock,
  "the templates serve every partition": laws.partitionNeutral,
} satisfies Record<string, Law>;

const exceptInTest = {
  "what keeps data stays when its stack goes": laws.statefulThingsAreRetained,
  "tables cannot be deleted by mistake": laws.tablesCannotBeDeleted,
  "the door that moves the legal clock is not there": laws.noTestDoor,
} satisfies Record<string, Law>;

describe("the stacks of a stage", () => {
  for (const [name, law] of Object.entries(forEveryStage))
    test(name, () => {
      for (const template of [prod.data, prod.window, trial.data, trial.window])
        assert.deepEqual(law(template), []);
    });

  for (const [name, law] of Object.entries(exceptInTest))
    test(`${name}, except in stage test`, () => {
      for (const template of [prod.data, prod.window]) assert.deepEqual(law(template), []);
    });

  test("logs, messages and roots are kept for as long as people are told", () => {
    const days = (record: string) => {
      const kept = retention.find((period) => period.record === record)?.kept;
      return kept === null || kept === undefined ? NaN : kept.count * (kept.unit === "month" ? 30 : 1);
    };
    const law = laws.keptAsPublished({ logs: days("service-log"), messages: days("queued-message") });
    for (const template of [prod.data, prod.window]) assert.deepEqual(law(template), []);
    assert.ok(stageOf(PRODUCTION).lock.duration.toDays() >= days("log-root"));
    assert.notDeepEqual(laws.keptAsPublished({ logs: 366, messages: 1 })(prod.window), []);
  });

  test("a function's role allows exactly the commands that are in its bundle", () => {
    for (const { name, actions } of functionsOf(prod.window))
      assert.deepEqual({ name, actions }, { name, actions: actionsInBundle(metafileOf(name)) });
  });

  test("in stage test every role can read the clock's offset besides, and no more", () => {
    for (const { name, actions } of functionsOf(trial.window)) {
      const needed = new Set([...actionsInBundle(metafileOf(name)), "dynamodb:GetItem"]);
      assert.deepEqual({ name, actions }, { name, actions: [...needed].toSorted() });
    }
  });

  test("a call that hangs ends before the function that waits for it, with time left to say so", () => {
    const { maxAttempts, requestHandler } = patience;
    const waits = Array.from({ length: maxAttempts - 1 }, (_, tried) => 500 * 2 ** tried);
    const longest = waits.reduce((sum, wait) => sum + wait, maxAttempts * requestHandler.requestTimeout);
    for (const [id, { Properties }] of ofType(prod.window, "AWS::Lambda::Function"))
      assert.ok(Number(Properties["Timeout"]) * 1000 - longest >= 4_000, id);
  });

  test("a fact is added by those who have something to say, a key by those who seal, and neither is ever taken away", () => {
    const facts = ["api", "deliver", "dispatch", "import-seed", "inspect", "mark-stuck", "open-round"];
    facts.push("reach", "run-retention", "sweep-feed", "sweep-timers");
    assert.deepEqual(
      writersOf(prod.window, "Events"),
      facts.map((name) => `${name} PutItem`),
    );
    const sealing = ["api PutItem", "dispatch PutItem", "sweep-feed PutItem"];
    assert.deepEqual(writersOf(prod.window, "Keys"), sealing);
    const listing = ["api PutItem", "dispatch PutItem", "import-seed PutItem"];
    listing.push("rebuild DeleteItem", "rebuild PutItem", "sweep-feed PutItem");
    assert.deepEqual(writersOf(prod.window, "Views"), listing);
  });

  test("a function reads the secrets it uses and no other", () => {
    const given = secretsOf(prod.window);
    const others = [...given].filter(([, names]) => names.join() !== "Root").map(([name]) => name);
    assert.deepEqual(others.toSorted(), ["api", "deliver", "dispatch", "sweep-feed"]);
    assert.deepEqual(given.get("api"), ["Endpoints", "Reports", "Root"]);
    assert.deepEqual(given.get("deliver"), ["Endpoints", "Mail", "Registers", "Root", "Sms"]);
    for (const name of ["dispatch", "sweep-feed"])
      assert.deepEqual(given.get(name), ["Mail", "Registers", "Root", "Sms"]);
    for (const name of ["import-seed", "sign-roots", "drive"]) assert.equal(given.get(name), undefined);
  });

  test("the pages have a function of their own, which can write nothing but who has asked how often", () => {
    for (const { window } of [prod, trial]) {
      assert.deepEqual(pagesAreLedToTheirs(window), []);
      assert.deepEqual(pagesOnlyRead(window), []);
    }
    const ofPortal = (name: string) =>
      sourcesOf(metafileOf(name)).filter((file) => file.startsWith("packages/portal/"));
    assert.deepEqual(ofPortal("api"), []);
    assert.ok(ofPortal("pages").length > 10);
  });

  test("both doors protect the same stage, and no name only looks like its name", () => {
    const door = readFileSync("sst.config.ts", "utf8");
    const named = [...door.matchAll(/stage === "([^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(named, [PRODUCTION, PRODUCTION]);
    assert.throws(() => stageOf("prod"), /the stage is called production/);
  });

  test("the roots of the log are locked, in stage production against the account itself", () => {
    assert.deepEqual(laws.rootsAreLocked("COMPLIANCE")(prod.data), []);
    assert.deepEqual(laws.rootsAreLocked("GOVERNANCE")(trial.data), []);
  });

  test("every alarm says who is hurt and names a heading of the runbook", () => {
    const runbook = readFileSync(join(import.meta.dirname, "../../infra/runbook.md"), "utf8");
    const headings = runbook.match(/(?<=^## ).+$/gm) ?? [];
    const alarms = [prod.data, prod.window].flatMap((template) => ofType(template, "AWS::CloudWatch::Alarm"));
    const named = alarms.map(([, { Properties }]) => {
      const told = z.string().parse(Properties["AlarmDescription"]);
      return /^Who is hurt: .{10,}\. Runbook: (\w+)$/.exec(told)?.[1] ?? told;
    });
    assert.deepEqual(named.toSorted(), headings.toSorted());
  });

  test("a stage that is not test cannot be synthesized with the door that moves the legal clock", () => {
    const stage = stageOf(PRODUCTION);
    const { data, window } = prod.stacks;
    // Nothing of it is touched before the stage is looked at.
    const parts: Parameters<typeof openTestDoor>[3] = window.door;
    assert.throws(
      () => openTestDoor(window, stage, accessTo(data), parts),
      /must not be in stage production/,
    );
  });

  test("a stage has a name that fits", () => {
    for (const name of ["", "Prod", "a-stage-with-a-long-name", "x_y"])
      assert.throws(() => stageOf(name), /cannot name a stage/);
  });
});

/** The same template with one thing changed in every resource of a type. */
const altered = (
  template: Template,
  type: string,
  change: (properties: Record<string, unknown>) => Record<string, unknown>,
): Template => ({
  ...template,
  Resources: Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => [
      id,
      resource.Type === type ? { ...resource, Properties: change(resource.Properties) } : resource,
    ]),
  ),
});

const without = (name: string) => (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).filter(([known]) => known !== name));

const allowing = (statement: Record<string, unknown>) => (properties: Record<string, unknown>) => ({
  ...properties,
  PolicyDocument: { Statement: [{ Effect: "Allow", ...statement }] },
});

const SQS = "AWS::SQS::Queue";
const LAMBDA = "AWS::Lambda::Function";
const TABLE = "AWS::DynamoDB::Table";
const POLICY = "AWS::IAM::Policy";

describe("a planted fault breaks its law", () => {
  const faults: readonly [string, Law, Template][] = [
    [
      "an action widened to *",
      laws.noWildcards,
      altered(prod.window, POLICY, allowing({ Action: "s3:*", Resource: "x" })),
    ],
    [
      "a policy on everything",
      laws.noWildcards,
      altered(prod.window, POLICY, allowing({ Action: "s3:GetObject", Resource: "*" })),
    ],
    [
      "a bucket that everybody may read",
      laws.nobodyElseIsLetIn,
      altered(
        prod.data,
        "AWS::S3::BucketPolicy",
        allowing({ Principal: "*", Action: "s3:GetObject", Resource: "x" }),
      ),
    ],
    [
      "a policy of AWS",
      laws.noManagedPolicies,
      altered(prod.window, "AWS::IAM::Role", (role) => ({ ...role, ManagedPolicyArns: ["x"] })),
    ],
    [
      "a queue without dead letters",
      laws.queuesHaveDeadLetters,
      altered(prod.window, SQS, without("RedrivePolicy")),
    ],
    [
      "dead letters without alarm",
      laws.deadLettersAreAlarmed,
      altered(prod.window, "AWS::CloudWatch::Alarm", () => ({})),
    ],
    [
      "an alarm without an action",
      laws.alarmsTellSomebody,
      altered(prod.window, "AWS::CloudWatch::Alarm", without("AlarmActions")),
    ],
    [
      "a log for ever",
      laws.logsAreKeptForATime,
      altered(prod.window, "AWS::Logs::LogGroup", without("RetentionInDays")),
    ],
    ["no timeout", laws.functionsAreOfOneKind, altered(prod.window, LAMBDA, without("Timeout"))],
    [
      "another runtime",
      laws.functionsAreOfOneKind,
      altered(prod.window, LAMBDA, (fn) => ({ ...fn, Runtime: "nodejs22.x" })),
    ],
    [
      "one role for all",
      laws.functionsAreOfOneKind,
      altered(prod.window, LAMBDA, (fn) => ({ ...fn, Role: "r" })),
    ],
    [
      "no point-in-time recovery",
      laws.tablesAreSafe,
      altered(prod.data, TABLE, without("PointInTimeRecoverySpecification")),
    ],
    [
      "a table that can be deleted",
      laws.tablesCannotBeDeleted,
      altered(prod.data, TABLE, without("DeletionProtectionEnabled")),
    ],
    [
      "a public bucket",
      laws.bucketsAreClosed,
      altered(prod.data, "AWS::S3::Bucket", without("PublicAccessBlockConfiguration")),
    ],
    ["a bucket without TLS", laws.bucketsAreClosed, altered(prod.data, "AWS::S3::BucketPolicy", () => ({}))],
    [
      "a stream tried for ever",
      laws.batchesDoNotBlock,
      altered(prod.window, "AWS::Lambda::EventSourceMapping", without("MaximumRetryAttempts")),
    ],
    [
      "roots that can be removed",
      laws.rootsAreLocked("COMPLIANCE"),
      altered(prod.data, "AWS::S3::Bucket", without("ObjectLockConfiguration")),
    ],
    [
      "a page that the API answers",
      pagesAreLedToTheirs,
      altered(prod.window, "AWS::ApiGatewayV2::Route", (route) =>
        route["RouteKey"] === "$default" ? { ...route, RouteKey: "ANY /en/{room+}" } : route,
      ),
    ],
    [
      "pages that may sign",
      pagesOnlyRead,
      altered(prod.window, POLICY, (policy) => ({
        ...policy,
        ...allowing({ Action: "kms:Sign", Resource: "x" })(policy),
      })),
    ],
    [
      "pages that may write",
      pagesOnlyRead,
      altered(prod.window, POLICY, (policy) => ({
        ...policy,
        ...allowing({ Action: "dynamodb:BatchWriteItem", Resource: "x" })(policy),
      })),
    ],
    ["data that goes with its stack", laws.statefulThingsAreRetained, trial.data],
    ["the test door", laws.noTestDoor, trial.window],
  ];
  for (const [fault, law, template] of faults)
    test(fault, () => {
      assert.notDeepEqual(law(template), []);
    });

  test("a role with one action more than its bundle has commands", () => {
    const wide = altered(prod.window, POLICY, (properties) => ({
      ...properties,
      ...allowing({ Action: "dynamodb:Scan", Resource: "x" })(properties),
    }));
    const [first] = functionsOf(wide);
    assert.ok(first);
    assert.notDeepEqual(first.actions, actionsInBundle(metafileOf(first.name)));
  });
});
