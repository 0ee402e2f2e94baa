import { fromIso, later } from "@window/domain/instant.ts";
import { openJournal } from "@window/local/runner/journal.ts";
import { openWorkflow } from "@window/local/workflow.ts";
import { definitionOf, type MachineName } from "@window/workflow/definition.ts";
import { StateMachine, type StateMachineDefinition } from "aws-local-stepfunctions";
import fc from "fast-check";
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import * as z from "zod";

/** What the function of a task does, or what happens to its token. */
type Outcome = "more" | "last" | "throws" | "times out";
type Script = Readonly<Record<string, readonly Outcome[]>>;

/** The states one execution entered, and whether it succeeded. */
interface Way {
  readonly entered: readonly string[];
  readonly succeeded: boolean;
}

const itself = { "open-round": "open-round", "mark-stuck": "mark-stuck", reach: "reach" };
const inputs = {
  route: { case: "case-1" },
  deadline: { subject: "case-1", plan: "plan-1", at: "2026-01-05T00:00:00.000Z" },
};

/** Hands out the outcomes of a script in order, the last one or `last` from then on. */
const reader = (script: Script): ((state: string) => Outcome) => {
  const left = new Map(Object.entries(script).map(([state, outcomes]) => [state, [...outcomes]]));
  return (state) => left.get(state)?.shift() ?? "last";
};

/** The peer fires a timeout of more than 24.85 days at once, so it gets a short one that no result here comes near. */
const peerOf = (machine: MachineName): StateMachine => {
  const text = JSON.stringify(definitionOf(machine, itself)).replaceAll(
    '"TimeoutSeconds":25920000',
    '"TimeoutSeconds":60',
  );
  const definition = z.custom<StateMachineDefinition>().parse(JSON.parse(text));
  return new StateMachine(definition, { validationOptions: { checkArn: false } });
};
const peers = { route: peerOf("route"), deadline: peerOf("deadline") };

class Timeout extends Error {
  override readonly name = "States.Timeout";
}

const peersWay = async (machine: MachineName, script: Script): Promise<Way> => {
  const outcome = reader(script);
  const act = (state: string) => () => {
    const next = outcome(state);
    if (next === "throws") throw new Error("by script");
    if (next === "times out") throw new Timeout();
    return { more: next === "more" };
  };
  const execution = peers[machine].run(inputs[machine], {
    overrides: {
      taskResourceLocalHandlers: {
        "Open round": act("Open round"),
        Stuck: act("Stuck"),
        Reach: act("Reach"),
      },
      waitTimeOverrides: { Wait: 0 },
      retryIntervalOverrides: { "Open round": 0, Stuck: 0, Reach: 0 },
    },
    context: { Task: { Token: "token" } },
  });
  const ended = execution.result.then(
    () => true,
    () => false,
  );
  const entered: string[] = [];
  for await (const log of execution.eventLogs) if (log.type === "StateEntered") entered.push(log.state.name);
  return { entered, succeeded: await ended };
};

const ourWay = async (machine: MachineName, script: Script): Promise<Way> => {
  const outcome = reader(script);
  const database = new DatabaseSync(":memory:");
  let now = fromIso("2026-03-02T09:00:00+08:00");
  const act = (state: string) => async (payload: Readonly<Record<string, unknown>>) => {
    const next = outcome(state);
    if (next === "throws") throw new Error("by script");
    if (next === "times out" || state === "Reach") return;
    await workflow.complete(String(payload["token"]), { more: next === "more" });
  };
  const workflow = openWorkflow({
    database,
    clock: { now: () => now },
    handlers: { "open-round": act("Open round"), "mark-stuck": act("Stuck"), reach: act("Reach") },
    report: () => undefined,
  });
  await workflow.start(machine, "one", inputs[machine]);
  await workflow.settled();
  const journal = openJournal(database);
  for (let wake = journal.nextWake(); wake !== undefined; wake = journal.nextWake()) {
    now = later(wake, 0);
    await workflow.tick();
    await workflow.settled();
  }
  const id = journal.find(machine, "one")?.id ?? 0;
  return {
    entered: journal.entries(id).flatMap((entry) => entry.entered),
    succeeded: journal.byId(id)?.execution.status === "succeeded",
  };
};

const agree = async (machine: MachineName, script: Script): Promise<void> => {
  assert.deepEqual(await ourWay(machine, script), await peersWay(machine, script));
};

test("goes the same way as aws-local-stepfunctions when all goes well", async () => {
  await agree("route", {});
  await agree("route", { "Open round": ["more", "more", "last"] });
  await agree("deadline", {});
  assert.deepEqual((await ourWay("route", { "Open round": ["more"] })).entered, [
    "Open round",
    "More?",
    "Open round",
    "More?",
    "Done",
  ]);
});

test("goes the same way into stuck, out of it, and to the end of its patience", async () => {
  await agree("route", { "Open round": ["throws", "throws", "throws", "more", "times out"] });
  await agree("route", { "Open round": ["throws", "throws", "throws"], Stuck: ["throws", "times out"] });
  await agree("route", {
    "Open round": Array<Outcome>(3).fill("throws"),
    Stuck: Array<Outcome>(31).fill("throws"),
  });
  await agree("deadline", { Reach: Array<Outcome>(7).fill("throws") });
});

test("goes the same way whatever the functions do", async () => {
  const routed = fc.constantFrom<Outcome>("more", "last", "throws", "throws", "throws", "times out");
  const stuck = fc.constantFrom<Outcome>("last", "throws", "times out");
  const reached = fc.constantFrom<Outcome>("last", "throws", "throws");
  await fc.assert(
    fc.asyncProperty(
      fc.array(routed, { maxLength: 12 }),
      fc.array(stuck, { maxLength: 4 }),
      async (open, marked) => {
        await agree("route", { "Open round": open, Stuck: marked });
      },
    ),
    { numRuns: 60 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(reached, { maxLength: 9 }), async (reach) => {
      await agree("deadline", { Reach: reach });
    }),
    { numRuns: 20 },
  );
});
