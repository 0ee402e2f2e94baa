import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApplicationCommand } from "@window/domain/application/command.ts";
import * as fc from "fast-check";
import { conclude, documents, draft, expect, issue, judge, play, submit } from "./sample.ts";
import type { History } from "./sample.ts";

const revoke: ApplicationCommand = { type: "revoke-result", reason: "issued-in-error" };

const index = fc.nat({ max: 2 });
const command: fc.Arbitrary<ApplicationCommand> = fc.oneof(
  fc.constant(draft),
  fc.nat({ max: 8 }).map((basis): ApplicationCommand => ({ type: "revise", basis, answers: {} })),
  fc
    .tuple(index, fc.constantFrom("application/pdf", "text/html"))
    .map(([which, type]) => expect(which, type)),
  fc
    .tuple(index, fc.constantFrom("clean", "infected"), fc.constantFrom("1", "2"))
    .map(([which, verdict, version]) => judge(which, verdict, version)),
  fc
    .constantFrom(...documents)
    .map((document): ApplicationCommand => ({ type: "remove-document", document })),
  fc.constant(submit),
  fc.constant<ApplicationCommand>({ type: "withdraw" }),
  fc.constantFrom("granted", "refused", "withdrawn").map(conclude),
  fc.constant(issue),
  fc.constant(revoke),
  fc
    .constantFrom("asked", "retention-over")
    .map((because): ApplicationCommand => ({ type: "erase", because })),
);

/** The way of an application that gets to its result, with any commands between its steps, some sent again at once. */
const way = [
  draft,
  expect(0),
  expect(1),
  judge(0, "clean"),
  judge(1, "clean"),
  submit,
  conclude("granted"),
  issue,
  revoke,
];
const noise = fc.array(
  fc
    .tuple(command, fc.nat({ max: 2 }))
    .map(([step, repeats]) => Array<ApplicationCommand>(repeats + 1).fill(step)),
  { maxLength: 1 },
);
const story = fc
  .array(noise, { maxLength: way.length, size: "max" })
  .map((between) => between.flatMap((steps, place) => [...steps.flat(), ...way.slice(place, place + 1)]));

const holds = (law: (history: History) => void) => {
  fc.assert(
    fc.property(story, (steps) => {
      law(play(steps));
    }),
    { numRuns: 400 },
  );
};

const count = ({ events }: History, type: string) => events.filter((event) => event.type === type).length;

test("the stories get everywhere: draft, submitted, concluded, withdrawn, issued, revoked, erased", () => {
  const histories = fc.sample(story, 1500).map(play);
  const phases = new Set(histories.map(({ state }) => state?.phase ?? "none"));
  assert.deepEqual([...phases].sort(), ["concluded", "draft", "none", "submitted", "withdrawn"]);
  for (const type of ["application.issued.v1", "application.result-revoked.v1", "application.erased.v1"])
    assert.ok(
      histories.some((history) => count(history, type) > 0),
      type,
    );
});

test("whatever comes in whatever order, an application is drafted, submitted, issued and revoked at most once", () => {
  holds((history) => {
    for (const type of ["drafted", "submitted", "issued", "result-revoked", "erased", "case-concluded"])
      assert.ok(count(history, `application.${type}.v1`) <= 1, type);
  });
});

test("only a concluded application with something granted has a result", () => {
  holds(({ state }) => {
    if (state?.result === undefined) return;
    assert.equal(state.phase, "concluded");
    assert.ok(state.cases.some(({ outcome }) => outcome === "granted"));
  });
});

test("what was submitted had a clean document for every required material, and keeps it", () => {
  holds(({ state }) => {
    if (state?.submittedAt === undefined) return;
    const clean = [...state.documents.values()].filter(({ inspected }) => inspected?.verdict === "clean");
    for (const material of ["contract", "lease"])
      assert.ok(clean.some((document) => document.material === material));
  });
});

test("after a draft has ended nothing of it changes any more", () => {
  holds(({ events }) => {
    const end = events.findIndex(
      ({ type }) => type === "application.submitted.v1" || type === "application.withdrawn.v1",
    );
    const after = end === -1 ? [] : events.slice(end + 1).map(({ type }) => type);
    for (const type of ["revised", "document-expected", "document-inspected", "document-removed"])
      assert.ok(!after.some((later) => later === `application.${type}.v1`), type);
  });
});
