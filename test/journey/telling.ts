import { noteCall, listCalls, readCall } from "@window/contract/operations/calls.ts";
import { listNotices } from "@window/contract/operations/notices.ts";
import { listOpenings } from "@window/contract/operations/openings.ts";
import type { CaseId } from "@window/domain/id.ts";
import assert from "node:assert/strict";
import type * as z from "zod";
import { textOfMail } from "../kit/mail-server.ts";
import { UNKNOWN_ADDRESS, UNKNOWN_NUMBER } from "../kit/messengers.ts";
import { AGREED, answeredBy, answers, applied, caseOnce, type Visitor, visitorOf } from "./applying.ts";
import { problemOf, sooner } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

/** What somebody was told in a case, once so much of it looks like this. */
export const toldOnce = (
  { client, token }: Visitor,
  subject: CaseId,
  isRight: (rows: readonly Notice[]) => boolean,
): Promise<readonly Notice[]> =>
  sooner("the notices", async () => {
    const { rows } = await client.ask(listNotices, { params: { case: subject }, token });
    return isRight(rows) ? rows : undefined;
  });

type Notice = z.output<(typeof listNotices)["answers"][200]>["rows"][number];

/** The text message about an occasion of a case, once it has come. */
const textOf = ({ messengers }: TestedWindow, number: string, occasion: string) =>
  sooner("the text message", async () =>
    messengers.texts.find(
      ({ templateCode, templateParam }) =>
        templateParam.number === number && templateCode.startsWith(occasion),
    ),
  );

export const toldByText = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor, { ...answers, mobile: "138 0013 8000", language: "zh" });
  const { requestId, phoneNumber } = await textOf(window, submitted.number, "accepted-zh");
  assert.equal(phoneNumber, "+8613800138000");
  await toldOnce(visitor, submitted.case, (rows) => rows[0]?.phase === "sent");
  const { status } = await window.messengers.report(window.origin, {
    notice: requestId,
    outcome: "delivered",
  });
  assert.equal(status, 204);
  const [accepted] = await toldOnce(visitor, submitted.case, (rows) => rows[0]?.phase === "delivered");
  assert.ok(accepted?.sentAt && accepted.deliveredAt);
  assert.deepEqual(
    [accepted.occasion, accepted.who, accepted.channel, accepted.ways],
    ["accepted", "applicant", "sms", [{ channel: "sms", address: "+86138****8000" }]],
  );
  await answeredBy(window.talent, submitted.case, AGREED);
  await answeredBy(window.housing, submitted.case, AGREED);
  await textOf(window, submitted.number, "granted-zh");
  const sent = window.messengers.texts.filter(
    ({ templateParam }) => templateParam.number === submitted.number,
  );
  assert.equal(sent.length, 2, "each notice went out once");
  const stranger = await visitorOf(window, "li-jing");
  const asked = { params: { case: submitted.case }, token: stranger.token };
  assert.equal((await stranger.client.refusal(listNotices, asked)).code, "no-such-case");
};

export const toldByMail = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const contact = { mobile: "+44 7700 900123", email: "maria@example.com", language: "en" };
  const { case: subject, number } = await applied(visitor, { ...answers, ...contact });
  const letter = await sooner("the mail", async () =>
    window.messengers.letters.find(({ raw }) =>
      raw.includes(`ntc_${subject.slice("case_".length)}-accepted@`),
    ),
  );
  assert.deepEqual(letter.to, ["maria@example.com"]);
  assert.ok(textOfMail(letter.raw).includes(number), "it names the case by its number");
  assert.ok(!letter.raw.includes(answers["full-name"]) && !letter.raw.includes(answers.passport));
  const [told] = await toldOnce(visitor, subject, (rows) => rows[0]?.phase === "sent");
  assert.deepEqual(told?.ways, [{ channel: "email", address: "m***@example.com" }]);
};

/** The line about a case on the list of a clerk's window, once it is there. */
export const onCallList = ({ client, token }: Visitor, subject: CaseId) =>
  sooner("the call list", async () => {
    const { rows } = await client.ask(listCalls, { token, query: { limit: "100" } });
    return rows.find((row) => row.case === subject);
  });

export const calledByWindow = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const clerk = await visitorOf(window, "wang-fang");
  const { call, cause, occasion } = await onCallList(clerk, submitted.case);
  assert.deepEqual([cause, occasion], ["no-contact", "accepted"]);
  const one = { params: { call }, token: clerk.token };
  const read = await clerk.client.ask(readCall, one);
  assert.deepEqual(read.contact, { name: answers["full-name"], mobile: null, email: null });
  assert.ok(read.body.zh.includes(submitted.number) && read.body.en.includes(submitted.number));

  const first = await clerk.client.ask(noteCall, { ...one, key: "first", body: { outcome: "not-reached" } });
  assert.deepEqual([first.onTheList, first.timesCalled], [true, 1]);
  const again = await clerk.client.ask(noteCall, { ...one, key: "first", body: { outcome: "not-reached" } });
  assert.deepEqual(again, first, "a repeated note is the same note");
  const other = { ...one, key: "first", body: { outcome: "reached" } };
  assert.equal((await clerk.client.refusal(noteCall, other)).code, "key-reused");
  const second = await clerk.client.ask(noteCall, { ...one, body: { outcome: "reached" } });
  assert.deepEqual([second.onTheList, second.timesCalled], [false, 2]);
  assert.equal(
    (await clerk.client.refusal(noteCall, { ...one, body: { outcome: "reached" } })).code,
    "not-on-the-list",
  );
  assert.equal((await clerk.client.refusal(readCall, one)).code, "not-on-the-list");
  await sooner("the shorter list", async () => {
    const { rows } = await clerk.client.ask(listCalls, { token: clerk.token, query: { limit: "100" } });
    return rows.some((row) => row.call === call) ? undefined : true;
  });

  await toldOnce(visitor, submitted.case, (rows) => rows[0]?.reached === true);
  const opened = { params: { case: submitted.case }, token: visitor.token };
  await sooner("the opening", async () => {
    const { rows } = await visitor.client.ask(listOpenings, opened);
    return rows.some(({ purpose, shown }) => purpose.code === "call" && shown === "contact")
      ? true
      : undefined;
  });
  const missing = { params: { call: "ntc_nobodys-accepted" }, token: clerk.token };
  assert.equal((await clerk.client.refusal(readCall, missing)).code, "no-such-notice");
  for (const operation of [listCalls, readCall])
    assert.equal(
      (await visitor.client.refusal(operation, { ...one, token: visitor.token })).code,
      "not-allowed",
    );
};

export const calledAfterEveryWay = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const contact = { mobile: UNKNOWN_NUMBER, email: UNKNOWN_ADDRESS };
  const { case: subject } = await applied(visitor, { ...answers, ...contact });
  const clerk = await visitorOf(window, "wang-fang");
  const { call, cause } = await onCallList(clerk, subject);
  assert.equal(cause, "smtp-550");
  const { contact: shown } = await clerk.client.ask(readCall, { params: { call }, token: clerk.token });
  assert.deepEqual([shown?.mobile, shown?.email], [UNKNOWN_NUMBER, UNKNOWN_ADDRESS]);
};

export const wronglyReported = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { case: subject, number } = await applied(visitor, { ...answers, mobile: "+8613800138001" });
  const { requestId: notice } = await textOf(window, number, "accepted");
  await toldOnce(visitor, subject, (rows) => rows[0]?.phase === "sent");
  const { messengers, origin } = window;
  const delivered = { notice, outcome: "delivered" };
  const failed = { notice, outcome: "failed", cause: "UNDELIV" };
  const refusal = async (...asked: Parameters<typeof messengers.report>) =>
    (await problemOf(await messengers.report(...asked))).code;

  const stranger = `whsec_${btoa("a key that nobody was ever given")}`;
  assert.equal(await refusal(origin, failed, { secret: stranger }), "bad-signature");
  assert.equal(await refusal(origin, failed, { secondsAgo: 310 }), "too-old");
  assert.equal(await refusal(origin, failed, { secondsAgo: -310 }), "too-new");
  const naked = await fetch(`${origin}/notices/reports`, { method: "POST", body: JSON.stringify(failed) });
  assert.equal((await problemOf(naked)).code, "missing-header");
  assert.equal(await refusal(origin, { ...failed, outcome: "perhaps" }), "request-malformed");
  assert.equal(await refusal(origin, { ...failed, notice: "ntc_nobodys-accepted" }), "no-such-notice");
  assert.equal((await toldOnce(visitor, subject, () => true))[0]?.phase, "sent", "nothing of that counted");

  for (let times = 0; times < 2; times += 1)
    assert.equal((await messengers.report(origin, delivered, { id: `one-${notice}` })).status, 204);
  assert.equal(await refusal(origin, failed, { id: `one-${notice}` }), "key-reused");
  assert.equal((await messengers.report(origin, failed)).status, 204);
  const [told] = await toldOnce(visitor, subject, (rows) => rows[0]?.phase === "delivered");
  assert.equal(told?.failedAt, null, "what has arrived stays so");
  await caseOnce(visitor, subject, ({ phase }) => phase === "running");
};
