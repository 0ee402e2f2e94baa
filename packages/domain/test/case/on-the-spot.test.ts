import type { Case } from "@window/domain/case/case.ts";
import type { CaseCommand } from "@window/domain/case/command.ts";
import type { CaseEvent } from "@window/domain/case/event.ts";
import { Ruling } from "@window/domain/case/ruling.ts";
import { Sealed } from "@window/domain/declared.ts";
import { effectsOfCase } from "@window/domain/dispatch/effect.ts";
import { ActorId } from "@window/domain/id.ts";
import { CreditCode } from "@window/domain/identifier/credit-code.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import { Item, ReasonCode } from "@window/domain/item/item.ts";
import { WayId } from "@window/domain/item/way.ts";
import { noticeOf } from "@window/domain/notice/notice-id.ts";
import { WindowId } from "@window/domain/place/window.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { china } from "../calendar/sample.ts";
import { item as departmental, monday, opening, play } from "./sample.ts";

const text = { zh: "承诺", en: "I promise" };
const limit = { count: 30, unit: "working-day", provenance: { kind: "example" } };
const [review] = departmental.ways;
const [rule] = departmental.kinds;
const spot = { ...review, id: "spot", kind: "delegated", decides: "window", rounds: [] };
const again = { ...review, id: "again" };
const commitment = {
  applicant: text,
  employer: text,
  withoutEmployer: "applicant-alone",
  onePerson: "signs-for-both",
  check: limit,
  basis: departmental.basis[0],
};
const delegated = (change: object = {}): Item =>
  Item.parse({
    ...departmental,
    ways: [review, again, spot],
    kinds: [rule, { ...rule, id: "again", way: "again" }, { ...rule, id: "spot", way: "spot" }],
    commitment: { ...commitment, ...change },
  });

const employer = CreditCode.parse("91350100M000100Y43");
const ruling = (more: object = {}) =>
  Ruling.parse({
    kind: "delegated",
    way: "spot",
    rule: "spot",
    decides: "window",
    competent: "win_haikou",
    ...more,
  });

const owner = ActorId.parse("usr_wang");
const clerk = { actor: ActorId.parse("usr_clerk"), window: WindowId.parse("win_haikou") };
const handler = { actor: ActorId.parse("usr_handler"), employer };

const told = (item: Item, given: object, ...commands: CaseCommand[]) => {
  assert.ok(opening.type === "open");
  const first: CaseCommand = { ...opening, item, ruling: ruling(given) };
  return play([first, ...commands].map((command, index) => [command, later(monday, index * HOUR)]));
};
const assess = (
  finding: "verified" | "not-verifiable" | "contradicted",
  officer: object = {},
  reasons: string[] = [],
  item = delegated(),
): CaseCommand => ({
  type: "assess",
  officer: { ...clerk, ...officer },
  item,
  finding,
  reasons: reasons.map((code) => ReasonCode.parse(code)),
});
const sign = (officer: { actor: ActorId; employer?: CreditCode }, item = delegated()): CaseCommand => ({
  type: "sign",
  officer,
  item,
  calendar: china,
});
const applicant = { actor: owner };

test("what is verified is granted on the spot, what is contradicted is refused with its reasons", () => {
  const granted = told(delegated(), {}, assess("verified"), assess("verified"));
  assert.equal(granted.state?.decision?.decision, "granted");
  assert.deepEqual(granted.refusals, ["nothing-to-decide"]);
  const refused = told(delegated(), {}, assess("contradicted"), assess("contradicted", {}, ["no-contract"]));
  assert.deepEqual(refused.refusals, ["reasons-missing"]);
  assert.deepEqual(refused.state?.decision?.reasons, ["no-contract"]);
});

test("the clerk of another window decides nothing, and nobody decides their own case", () => {
  const elsewhere = { window: WindowId.parse("win_sanya") };
  const { refusals, state } = told(
    delegated(),
    {},
    assess("verified", elsewhere),
    assess("verified", { actor: owner }),
  );
  assert.deepEqual(refusals, ["no-such-case", "own-case"]);
  assert.equal(state?.phase, "running");
});

test("not verifiable is no refusal: applicant and employer sign, each once, and the last signature decides", () => {
  const { state, events, refusals } = told(
    delegated(),
    { employer },
    assess("not-verifiable"),
    sign({ actor: ActorId.parse("usr_stranger") }),
    sign(applicant),
    sign(applicant),
    sign(handler),
  );
  assert.deepEqual(refusals, ["no-such-case"]);
  assert.deepEqual(
    events.slice(2).map(({ type }) => type),
    ["case.commitment-asked.v1", "case.commitment-signed.v1", "case.commitment-signed.v1", "case.decided.v1"],
  );
  assert.deepEqual([state?.decision?.basis, state?.decision?.late], ["committed", false]);
  assert.ok(state?.decision?.checkBy);
});

test("without an employer the applicant signs alone, or no commitment is to be had", () => {
  const alone = told(delegated(), {}, assess("not-verifiable"), sign(applicant));
  assert.equal(alone.state?.decision?.decision, "granted");
  const item = delegated({ withoutEmployer: "not-available" });
  const none = told(item, {}, assess("not-verifiable", {}, [], item));
  assert.deepEqual(none.refusals, ["no-commitment"]);
});

test("whoever is applicant and employer in one signs for both, unless the item says that somebody else has to", () => {
  const both = { actor: owner, employer };
  const once = told(delegated(), { employer }, assess("not-verifiable"), sign(both));
  assert.equal(once.state?.decision?.decision, "granted");
  const item = delegated({ onePerson: "not-available" });
  const other = told(item, { employer }, assess("not-verifiable"), sign(both, item));
  assert.deepEqual(other.state?.commitment?.open, ["employer"]);
});

test("a case that has to be applied for in person is accepted when the applicant has come, once", () => {
  const item = Item.parse({ ...delegated(), inPerson: text });
  const attend = (window: string): CaseCommand => ({
    type: "attend",
    officer: { actor: clerk.actor, window: WindowId.parse(window) },
    item,
    calendar: china,
  });
  const { state, events, refusals } = told(
    item,
    {},
    attend("win_sanya"),
    attend("win_haikou"),
    attend("win_haikou"),
  );
  assert.deepEqual(refusals, ["no-such-case"]);
  assert.deepEqual(
    events.map(({ type }) => type),
    ["case.opened.v1", "case.accepted.v1"],
  );
  assert.equal(state?.acceptedAt, later(monday, 2 * HOUR));
});

const change = (way: string): CaseCommand => ({
  type: "change-kind",
  way: WayId.parse(way),
  officer: clerk,
  reason: Sealed.parse(`s1.${"x".repeat(40)}`),
  item: delegated(),
  calendar: china,
});
const ask = (round: number): CaseCommand => ({
  type: "open-round",
  round,
  item: delegated(),
  calendar: china,
});

test("a delegated case goes to departments when its kind is changed, and its limit counts from acceptance", () => {
  const { state } = told(delegated(), {}, change("review"), ask(0));
  assert.deepEqual(
    [state?.kind, state?.decides, state?.changed?.from],
    ["agency", "department", "delegated"],
  );
  assert.equal(state?.referrals.length, 2);
});

test("departments that were asked are asked no more, and the new way begins with a round of its own", () => {
  const agency = { kind: "agency", way: "review", decides: "department", rule: "always" };
  const back = told(delegated(), agency, ask(0), change("again"), ask(1));
  assert.deepEqual(
    back.state?.referrals.map(({ round, superseded }) => [round, superseded]),
    [
      [0, true],
      [0, true],
      [1, false],
      [1, false],
    ],
  );
  assert.ok(back.state);
  const [first] = back.state.referrals;
  assert.ok(first);
  const late = told(delegated(), agency, ask(0), change("again"), {
    type: "answer",
    referral: first.referral,
    department: first.department,
    item: delegated(),
    outcome: "agree",
    reasons: [],
  });
  assert.equal(late.state?.referrals[0]?.answer?.standing, "after-close");
  assert.equal(late.state.phase, "running");
});

test("a kind is settled once somebody has answered or commitments were asked for", () => {
  const { refusals } = told(delegated(), {}, change("nowhere"), assess("not-verifiable"), change("review"));
  assert.deepEqual(refusals, ["no-such-way", "kind-settled"]);
});

test("nobody gives a window or an employer the power to decide by a change of kind, nor handles their own case", () => {
  const agency = { kind: "agency", way: "review", decides: "department", rule: "always" };
  const own = { ...change("again"), officer: { ...clerk, actor: owner } } as const;
  const { state, refusals } = told(delegated(), agency, change("spot"), own);
  assert.deepEqual(refusals, ["no-power", "own-case"]);
  assert.deepEqual([state?.way, state?.decides], ["review", "department"]);
});

test("a promise that was broken stays broken when commitments are asked for", () => {
  const promised = told(delegated(), {}).state?.promised;
  assert.ok(promised && opening.type === "open");
  const late = later(promised.due, HOUR);
  const begun: CaseCommand = { ...opening, item: delegated(), ruling: ruling() };
  const { state, events } = play([
    [begun, monday],
    [assess("not-verifiable"), late],
    [sign({ actor: owner }), later(late, HOUR)],
  ]);
  assert.deepEqual(
    events.slice(2).map(({ type }) => type),
    [
      "case.overdue.v1",
      "case.checkpoint-reached.v1",
      "case.explanation-owed.v1",
      "case.commitment-asked.v1",
      "case.commitment-signed.v1",
      "case.decision-held.v1",
    ],
  );
  assert.deepEqual(state?.commitment?.open, [], "the signature is kept while the reason is owed");
});

test("a case that was opened late counts as accepted when it was received", () => {
  assert.ok(opening.type === "open");
  const begun: CaseCommand = { ...opening, item: delegated(), ruling: ruling() };
  const { state } = play([[begun, later(monday, 24 * HOUR)]]);
  assert.equal(state?.acceptedAt, state?.receivedAt);
});

test("new dates are told each time, and only those that hold", () => {
  const agency = { kind: "agency", way: "review", decides: "department", rule: "always" };
  const { state, events } = told(delegated(), agency, change("again"), change("review"));
  const [first, last] = events.filter(({ type }) => type === "case.kind-changed.v1");
  assert.ok(state && first && last);
  const occasions = (now: Case, event: CaseEvent, hours: number) =>
    effectsOfCase(now, event, later(monday, hours * HOUR)).flatMap((effect) =>
      effect.kind === "tell" ? [effect.occasion] : [],
    );
  assert.deepEqual(occasions(state, first, 1), [], "it was changed again before anybody could be told");
  assert.deepEqual(occasions(state, last, 2), ["kind-changed"]);
  const late = { ...state, overdueAt: later(monday, 9 * HOUR) };
  const overdue: CaseEvent = { type: "case.overdue.v1" };
  assert.deepEqual(
    [8, 9].map((hours) => occasions(late, overdue, hours)),
    [[], ["overdue"]],
  );
  assert.equal(state.changes, 2);
  const notices = [0, 1, 2].map((changes) => noticeOf(state.case, "overdue", "applicant", changes));
  assert.equal(new Set(notices).size, 3);
});
