import type { ApplicationDocument } from "@window/domain/application/application.ts";
import type { ApplicationCommand } from "@window/domain/application/command.ts";
import { application } from "@window/domain/application/decide.ts";
import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import { DAY, later } from "@window/domain/instant.ts";
import { WindowId } from "@window/domain/place/window.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { noon } from "../calendar/sample.ts";
import { documents, draft, expect, id, item, judge, materials, play, submit } from "./sample.ts";

const EARLIER = ApplicationId.parse("app_earlier");
const COPY = DocumentId.parse("doc_copy");
const AGAIN = DocumentId.parse("doc_again");
const HERE = WindowId.parse("win_haikou");

/** A contract as it stands in another application, after what was done to it. */
const contractAfter = (...commands: readonly ApplicationCommand[]): ApplicationDocument => {
  const [document] = documents;
  const { state } = play([draft, expect(0), ...commands]);
  return (document && state?.documents.get(document)) ?? assert.fail();
};
const clean = contractAfter(judge(0, "clean"));

const reuse = (
  paper: ApplicationDocument,
  over: Partial<Extract<ApplicationCommand, { type: "reuse-document" }>> = {},
): ApplicationCommand => ({
  type: "reuse-document",
  item,
  document: COPY,
  material: materials[0] ?? assert.fail(),
  from: EARLIER,
  paper,
  ...over,
});

const seen = (document: DocumentId | undefined, window = HERE): ApplicationCommand => ({
  type: "confirm-original",
  document: document ?? assert.fail(),
  window,
});

/** What a draft that has nothing yet says to a paper, so many days after it was found clean. */
const wordAfter = (days: number, command: ApplicationCommand): string => {
  const at = later(clean.inspected?.seenAt ?? assert.fail(), days * DAY);
  const { state } = play([draft]);
  const decision = application.decide(state, command, { at, seq: 1 });
  if (!("refusal" in decision)) return decision.events.map(({ type }) => type).join();
  return "because" in decision.refusal ? decision.refusal.because : decision.refusal.code;
};

test("a clean paper of an earlier application is expected as a copy of that version", () => {
  const { state } = play([draft, reuse(clean)]);
  const copy = state?.documents.get(COPY);
  const { document, inspected } = clean;
  const { version, seenAt } = inspected ?? assert.fail();
  assert.deepEqual(copy?.source, { application: EARLIER, document, version, seenAt });
  assert.equal(copy.inspected, undefined);
  assert.equal(copy.trust, "C");
});

test("a paper serves again as long as its material says, counted from when it was first found clean", () => {
  assert.equal(wordAfter(365, reuse(clean)), "application.document-expected.v1");
  assert.equal(wordAfter(365.01, reuse(clean)), "no-longer-valid");
  const [first, ...others] = item.materials;
  const briefly = { ...item, materials: [{ ...(first ?? assert.fail()), reusableDays: 30 }, ...others] };
  assert.equal(wordAfter(31, reuse(clean, { item: briefly })), "no-longer-valid");
  const { state } = play([draft, reuse(clean)]);
  const copied = application.evolve(
    state,
    { ...judgement(COPY), type: "application.document-inspected.v1" },
    { at: noon("2027-06-01"), seq: 3 },
  );
  assert.equal(copied?.documents.get(COPY)?.inspected?.seenAt, clean.inspected?.seenAt);
});

const judgement = (document: DocumentId) => {
  const { version, verdict, sha256, size } = clean.inspected ?? assert.fail();
  return { document, version, verdict, sha256, size };
};

test("a paper that nobody has found clean, is too large or was something else does not serve again", () => {
  assert.equal(wordAfter(1, reuse(contractAfter())), "not-inspected");
  assert.equal(wordAfter(1, reuse(contractAfter(judge(0, "infected")))), "not-clean");
  const large = { ...clean, inspected: { ...(clean.inspected ?? assert.fail()), size: 50_000_001 } };
  assert.equal(wordAfter(1, reuse(large)), "file-too-large");
  assert.equal(wordAfter(1, reuse(clean, { material: materials[1] ?? assert.fail() })), "other-material");
});

test("one paper is taken once, and never from the draft it is in", () => {
  const { refusals, state } = play([draft, reuse(clean), reuse(clean, { document: AGAIN })]);
  assert.deepEqual(refusals, ["document-not-reusable"]);
  assert.equal(state?.documents.size, 1);
  assert.equal(wordAfter(1, reuse(clean, { from: id })), "already-used");
});

test("what was submitted takes no paper any more", () => {
  const commands = [draft, expect(0), judge(0, "clean"), expect(1), judge(1, "clean"), submit, reuse(clean)];
  assert.deepEqual(play(commands).refusals, ["not-a-draft"]);
});

test("a clerk who has seen the original makes a C of a paper a B, and the copy of it is a B too", () => {
  const paper = contractAfter(judge(0, "clean"), seen(documents[0]));
  assert.equal(paper.trust, "B");
  assert.equal(play([draft, reuse(paper)]).state?.documents.get(COPY)?.trust, "B");
  const twice = play([draft, expect(0), judge(0, "clean"), seen(documents[0]), seen(documents[0])]);
  assert.equal(twice.events.filter(({ type }) => type === "application.original-seen.v1").length, 1);
});

test("nobody confirms an original elsewhere, or of what is not there or not clean", () => {
  const elsewhere = WindowId.parse("win_sanya");
  const { refusals } = play([
    draft,
    expect(0),
    seen(documents[0], elsewhere),
    seen(documents[0]),
    seen(AGAIN),
  ]);
  assert.deepEqual(refusals, ["no-such-application", "documents-not-ready", "no-such-document"]);
});

test("what the applicant made is a D, and there is no original of it to see", () => {
  const [first, ...others] = item.materials;
  const own = { ...item, materials: [{ ...(first ?? assert.fail()), selfMade: true as const }, ...others] };
  const [document, material] = [documents[0] ?? assert.fail(), materials[0] ?? assert.fail()];
  const mediaType = "application/pdf";
  const made = { type: "expect-document", item: own, document, material, mediaType } as const;
  const { state, events } = play([draft, made, judge(0, "clean"), seen(document)]);
  assert.equal(state?.documents.get(document)?.trust, "D");
  assert.ok(events.every(({ type }) => type !== "application.original-seen.v1"));
});
