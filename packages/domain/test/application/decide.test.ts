import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApplicationCommand } from "@window/domain/application/command.ts";
import { conclude, draft, expect, issue, judge, play, submit } from "./sample.ts";

const complete = [draft, expect(0), expect(1), judge(0, "clean"), judge(1, "clean")];
const withdraw: ApplicationCommand = { type: "withdraw" };
const revoke: ApplicationCommand = { type: "revoke-result", reason: "issued-in-error" };

test("a draft with all its materials is submitted, once", () => {
  const { state, refusals } = play([...complete, submit, submit]);
  assert.deepEqual([state?.phase, refusals], ["submitted", ["already-submitted"]]);
});

test("a draft without a required material stays one, and so does one whose document is infected", () => {
  assert.deepEqual(play([draft, submit]).refusals, ["materials-missing"]);
  assert.deepEqual(
    play([draft, expect(0), expect(1), judge(0, "clean"), judge(1, "infected"), submit]).refusals,
    ["materials-missing"],
  );
});

test("a document that nobody has looked at yet is waited for, not called missing", () =>
  assert.deepEqual(play([draft, expect(0), expect(1), judge(0, "clean"), submit]).refusals, [
    "documents-not-ready",
  ]));

test("of two people changing one draft the second is told", () => {
  const revise: ApplicationCommand = { type: "revise", basis: 1, answers: {} };
  assert.deepEqual(play([draft, revise, revise]).refusals, ["changed-meanwhile"]);
});

test("a document of a type that the material does not take is refused", () =>
  assert.deepEqual(play([draft, expect(0, "text/html")]).refusals, ["media-type-not-accepted"]));

test("what is uploaded after the submission does not replace what was submitted", () => {
  const { state } = play([...complete, submit, judge(0, "clean", "2")]);
  assert.deepEqual(
    [...(state?.documents.values() ?? [])].map(({ inspected }) => inspected?.version),
    ["1", "1"],
  );
});

test("a draft is withdrawn at once; of a submitted application the case decides whether it still stops", () => {
  assert.equal(play([draft, withdraw]).state?.phase, "withdrawn");
  const asked = play([...complete, submit, withdraw]);
  assert.deepEqual([asked.state?.phase, asked.state?.withdrawalAsked], ["submitted", true]);
  assert.equal(play([...complete, submit, withdraw, conclude("withdrawn")]).state?.phase, "withdrawn");
  assert.equal(play([...complete, submit, withdraw, conclude("granted")]).state?.phase, "concluded");
});

test("one package comes out, when something was granted, and only once", () => {
  assert.deepEqual(play([...complete, submit, issue]).refusals, ["nothing-to-issue"]);
  assert.deepEqual(play([...complete, submit, conclude("refused"), issue]).refusals, ["nothing-to-issue"]);
  const { events } = play([...complete, submit, conclude("granted"), issue, issue]);
  assert.equal(events.filter(({ type }) => type === "application.issued.v1").length, 1);
});

test("a result is revoked once, and only one that is there", () => {
  assert.deepEqual(play([...complete, revoke]).refusals, ["no-result"]);
  const { events, state } = play([...complete, submit, conclude("granted"), issue, revoke, revoke]);
  assert.equal(events.filter(({ type }) => type === "application.result-revoked.v1").length, 1);
  assert.equal(state?.result?.revoked?.reason, "issued-in-error");
});

test("a person erases what never became a case; what did is kept until its retention is over", () => {
  const asked: ApplicationCommand = { type: "erase", because: "asked" };
  const over: ApplicationCommand = { type: "erase", because: "retention-over" };
  assert.equal(play([draft, asked]).state?.erased, true);
  assert.deepEqual(play([...complete, submit, asked, over]).refusals, ["still-running", "still-running"]);
  const concluded = [...complete, submit, conclude("refused")];
  assert.deepEqual(play([...concluded, asked]).refusals, ["retained"]);
  assert.equal(play([...concluded, over]).state?.erased, true);
});

test("a clean paper stays the version it is; one that was refused gives way to the next upload", () => {
  const version = (...commands: ApplicationCommand[]) =>
    [...(play([draft, expect(0), ...commands]).state?.documents.values() ?? [])][0]?.inspected?.version;
  assert.equal(version(judge(0, "clean", "2"), judge(0, "clean", "1")), "2");
  assert.equal(version(judge(0, "infected", "1"), judge(0, "clean", "2")), "2");
});
