import { Sealed } from "@window/domain/declared.ts";
import { ActorId, ApplicationId, CaseId, CaseNumber } from "@window/domain/id.ts";
import { Instant } from "@window/domain/instant.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import type { NoticeCommand } from "@window/domain/notice/command.ts";
import { noticeDecider } from "@window/domain/notice/decide.ts";
import { noticeOf } from "@window/domain/notice/notice-id.ts";
import { type Channel, Occasion } from "@window/domain/notice/occasion.ts";
import type { NoticeState } from "@window/domain/notice/notice.ts";
import { rowsOfNotice } from "@window/domain/notice/rows.ts";
import { pageOf, wordsOf } from "@window/domain/notice/words.ts";
import type { Told } from "@window/domain/port/notifier.ts";
import { WindowId } from "@window/domain/place/window.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";

const subject = CaseId.parse("case_a-b");
const address = Sealed.parse(`s1.${"x".repeat(40)}`);
const about = {
  case: subject,
  application: ApplicationId.parse("app_ab"),
  owner: ActorId.parse("usr_ab"),
  number: CaseNumber.parse("0123-4567-89AB"),
  item: ItemId.parse("item_sample"),
  version: 1,
  window: WindowId.parse("win_haikou"),
};

const opening = (...channels: Channel[]): NoticeCommand => ({
  type: "open",
  notice: noticeOf(subject, "accepted", "applicant"),
  about,
  occasion: "accepted",
  who: "applicant",
  ways: channels.map((channel) => ({ channel, address })),
  cause: "no-contact",
});

const record = (channel: Channel, attempt: number, told: Told): NoticeCommand => ({
  type: "record",
  channel,
  attempt,
  told,
});
const taken: Told = { kind: "taken" };
const no: Told = { kind: "turned-down", cause: "no" };
const later: Told = { kind: "put-off", cause: "later" };
const erase: NoticeCommand = { type: "erase" };

const report = (outcome: "delivered" | "failed"): NoticeCommand => ({
  type: "report",
  outcome,
  cause: "GONE",
});

/** What came of commands one after the other; a refusal is written with its code. */
const told = (...commands: readonly NoticeCommand[]) => {
  let state: NoticeState;
  const happened: string[] = [];
  for (const [index, command] of commands.entries()) {
    const context = { at: Instant.parse(1_000 + index), seq: index + 1 };
    const decision = noticeDecider.decide(state, command, context);
    if ("refusal" in decision) happened.push(`refused ${decision.refusal.code}`);
    else
      for (const event of decision.events) {
        state = noticeDecider.evolve(state, event, context);
        happened.push(event.type.slice("notice.".length, -".v1".length));
      }
  }
  return { state, happened };
};

test("a notice without any way is for the window to give, from the first moment", () => {
  const { state, happened } = told(opening());
  assert.deepEqual(happened, ["opened", "failed"]);
  assert.equal(state?.failed?.cause, "no-contact");
});

test("a report of arrival is the last word, however often and in whatever order reports come", () => {
  const sent = [opening("sms", "email"), record("sms", 1, taken)];
  assert.deepEqual(told(...sent, report("delivered"), report("failed"), report("delivered")).happened, [
    "opened",
    "sent",
    "delivered",
  ]);
  assert.deepEqual(told(...sent, report("failed"), report("failed"), report("delivered")).happened, [
    "opened",
    "sent",
    "turned-down",
    "delivered",
  ]);
});

test("a report that comes before the gateway's own answer is committed counts, and the answer changes nothing", () => {
  const { happened, state } = told(opening("sms"), report("delivered"), record("sms", 1, taken));
  assert.deepEqual([happened, state?.phase], [["opened", "delivered"], "delivered"]);
});

test("what did not arrive by text message goes by mail, under the next number", () => {
  const { happened, state } = told(
    opening("sms", "email"),
    record("sms", 1, taken),
    report("failed"),
    record("email", 2, taken),
  );
  assert.deepEqual(happened, ["opened", "sent", "turned-down", "sent"]);
  assert.deepEqual([state?.phase, state?.sent?.channel], ["sent", "email"]);
});

test("a second sender with the same attempt changes nothing", () => {
  const twice = told(opening("email"), record("email", 1, later), record("email", 1, taken));
  assert.deepEqual(twice.happened, ["opened", "put-off"]);
  assert.deepEqual(told(opening("email"), record("email", 1, taken), record("email", 1, no)).happened, [
    "opened",
    "sent",
  ]);
});

test("a report about a notice that never went by text message is about none", () =>
  assert.deepEqual(told(opening("email"), report("delivered")).happened, [
    "opened",
    "refused no-such-notice",
  ]));

test("a call that reached nobody is made again, and one that reached somebody is not", () => {
  const call = (outcome: "reached" | "not-reached" | "nobody"): NoticeCommand => ({
    type: "note-call",
    outcome,
  });
  assert.deepEqual(
    told(opening(), call("not-reached"), call("not-reached"), call("reached"), call("reached")).happened,
    ["opened", "failed", "called", "called", "called", "refused not-on-the-list"],
  );
  assert.deepEqual(
    told(opening(), call("nobody"), call("reached")).happened.at(-1),
    "refused not-on-the-list",
  );
  assert.deepEqual(told(opening("sms"), call("reached")).happened, ["opened", "refused not-on-the-list"]);
});

test("a notice that arrives after all leaves the call list", () => {
  const onList = (state: NoticeState) =>
    state &&
    rowsOfNotice(state, 9).filter(({ view, partition }) => view === "calls" && partition !== undefined)
      .length;
  assert.equal(onList(told(opening("sms"), record("sms", 1, no)).state), 1);
  assert.equal(onList(told(opening("sms"), record("sms", 1, no), report("delivered")).state), 0);
});

const command: fc.Arbitrary<NoticeCommand> = fc.oneof(
  fc.record({
    type: fc.constant("record" as const),
    channel: fc.constantFrom<Channel>("sms", "email"),
    attempt: fc.integer({ min: 1, max: 14 }),
    told: fc.constantFrom(taken, no, later),
  }),
  fc.constantFrom(report("delivered"), report("failed")),
  fc.record({ type: fc.constant("give-up-waiting" as const), attempt: fc.integer({ min: 1, max: 14 }) }),
  fc.record({
    type: fc.constant("note-call" as const),
    outcome: fc.constantFrom("reached" as const, "nobody" as const),
  }),
);

test("whatever comes in whatever order, somebody is told at most once per way or stands on the list", () =>
  fc.assert(
    fc.property(
      fc.subarray<Channel>(["sms", "email"]),
      fc.array(command, { maxLength: 60 }),
      (ways, commands) => {
        const { state, happened } = told(opening(...ways), ...commands);
        assert.ok(state);
        const count = (word: string): number => happened.filter((one) => one === word).length;
        assert.ok(count("sent") <= ways.length);
        assert.ok(count("delivered") <= 1);
        assert.ok(count("failed") <= 1);
        assert.ok(state.attempts <= 12);
        assert.ok(state.waysOver <= ways.length);
        if (state.phase === "queued" || state.phase === "sent") assert.ok(state.waysOver < ways.length);
        if (count("delivered") === 1) assert.equal(state.phase, "delivered");
      },
    ),
  ));

test("every occasion has its words in both languages, with the number of the case and no other fact or secret", () => {
  const saying = {
    number: about.number,
    window: { zh: "海口窗口", en: "the window of Haikou" },
    page: pageOf("https://window.example"),
  };
  for (const occasion of Occasion.options) {
    const { subject: title, body } = wordsOf(occasion, saying);
    for (const language of ["zh", "en"] as const) {
      assert.ok(body[language].includes(about.number), occasion);
      assert.ok(title[language].length > 0 && !title[language].includes(about.number), occasion);
      for (const link of body[language].match(/https?:[^ ，。]+/g) ?? [])
        assert.match(link, /^https:\/\/window\.example\/(zh|en)\/progress$/);
    }
    assert.match(body.zh, /[\u4e00-\u9fff]/);
    assert.doesNotMatch(body.en, /[\u4e00-\u9fff]/);
  }
});

test("once its case is erased a notice is on no list, and nobody sends, reports or calls any more", () => {
  const failed = [opening("sms"), record("sms", 1, taken), report("failed")];
  const rest = [
    erase,
    erase,
    record("sms", 2, taken),
    report("delivered"),
    { type: "note-call", outcome: "reached" } as const,
  ];
  const { state, happened } = told(...failed, ...rest);
  assert.deepEqual(happened.slice(4), [
    "erased",
    ...Array.from({ length: 3 }, () => "refused no-such-notice"),
  ]);
  assert.ok(state);
  assert.ok(rowsOfNotice(state, 9).every(({ partition }) => partition === undefined));
  assert.deepEqual(told(erase).happened, ["refused no-such-notice"]);
});
