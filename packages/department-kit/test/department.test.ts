import { createDepartment } from "@window/department-kit/department.ts";
import type { Department } from "@window/department-kit/department.ts";
import type { Plan } from "@window/department-kit/simulator/plan.ts";
import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { secrets, WindowInTest } from "./window-in-test.ts";
import type { Callback } from "./window-in-test.ts";

const agree = { outcome: "agree" } as const;
const refuse = {
  outcome: "refuse",
  reasons: ["lease-not-confirmed"],
  opinion: "租赁备案查无此合同。",
} as const;

const eventOf = ({ body }: Callback): unknown => JSON.parse(body);

type Options = Partial<Parameters<typeof createDepartment>[0]>;

const openDepartment = (context: TestContext, plan: Plan, options: Options = {}): Promise<Department> =>
  createDepartment({
    source: "urn:department:talent-office",
    endpointSecrets: [secrets.endpoint],
    receivingSecret: secrets.receiving,
    decide: () => plan,
    ...options,
  }).then((department) => {
    context.after(() => department.close());
    return department;
  });

const openWindow = async (context: TestContext): Promise<WindowInTest> => {
  const window = await new WindowInTest().open();
  context.after(() => window.close());
  return window;
};

const scene = async (context: TestContext, plan: Plan, options?: Options) => {
  const window = await openWindow(context);
  return { window, department: await openDepartment(context, plan, options) };
};

test("a department that agrees acknowledges first and answers then, in signed CloudEvents", async (context) => {
  const { window, department } = await scene(context, { answer: agree });
  assert.equal(await window.ask(department.url, window.event("msg_1")), 204);
  await department.until(() => department.replies().length === 2);
  assert.partialDeepStrictEqual(window.callbacks.map(eventOf), [
    { type: "talent.referral.acknowledged.v1", subject: "ref_msg-1", data: {} },
    { type: "talent.referral.answered.v1", subject: "ref_msg-1", data: agree },
  ]);
  const [received] = department.received();
  assert.deepEqual(received?.event, window.event("msg_1"));
  assert.equal(received.id, "msg_1");
  assert.equal(received.body, JSON.stringify(received.event));
  assert.deepEqual(
    department.replies().map(({ status, body }) => [status, body]),
    [
      [200, { outcome: "recorded" }],
      [200, { outcome: "recorded" }],
    ],
  );
});

test("a department that refuses gives its reasons", async (context) => {
  const { window, department } = await scene(context, { acknowledge: false, answer: refuse });
  await window.ask(department.url, window.event("msg_1"));
  await department.until(() => department.replies().length === 1);
  assert.partialDeepStrictEqual(window.callbacks.map(eventOf), [{ data: refuse }]);
});

test("a department answers only when it is told to", async (context) => {
  const { window, department } = await scene(context, {});
  await window.ask(department.url, window.event("msg_1"));
  await department.until(() => department.replies().length === 1);
  assert.deepEqual(
    window.callbacks.map(({ id }) => id),
    ["acknowledge-ref_msg-1"],
  );
  const reply = await department.answer("ref_msg-1", agree);
  assert.deepEqual(reply, { id: "answer-ref_msg-1", status: 200, body: { outcome: "recorded" } });
  await assert.rejects(department.answer("ref_unknown", agree), RangeError);
});

test("a department answers after the time it takes", async (context) => {
  const waits: { milliseconds: number; go: () => void }[] = [];
  const wait = (milliseconds: number) => new Promise<void>((go) => waits.push({ milliseconds, go }));
  const plan = { acknowledge: false, answer: agree, afterMilliseconds: 60_000 };
  const { window, department } = await scene(context, plan, { wait });
  await window.ask(department.url, window.event("msg_1"));
  assert.equal(window.callbacks.length, 0);
  assert.equal(waits[0]?.milliseconds, 60_000);
  waits[0].go();
  await department.until(() => department.replies().length === 1);
  assert.equal(window.callbacks.length, 1);
});

test("the same webhook delivered five times is worked on once", async (context) => {
  const { window, department } = await scene(context, { answer: agree });
  const statuses = await Promise.all(
    [1, 2, 3, 4, 5].map(() => window.ask(department.url, window.event("msg_1"))),
  );
  assert.deepEqual(statuses, [204, 204, 204, 204, 204]);
  await department.until(() => department.replies().length === 2);
  assert.equal(department.received().length, 1);
  assert.equal(window.callbacks.length, 2);
});

test("a webhook that is failed twice is taken at the third attempt", async (context) => {
  const { window, department } = await scene(context, { failTimes: 2, answer: agree });
  const attempt = () => window.ask(department.url, window.event("msg_1"));
  assert.deepEqual([await attempt(), await attempt(), await attempt()], [500, 500, 204]);
  await department.until(() => department.replies().length === 2);
});

test("an answer sent again under the same id is the same message and gets the first outcome", async (context) => {
  const { window, department } = await scene(context, {
    acknowledge: false,
    answer: agree,
    repeat: "same-id",
  });
  await window.ask(department.url, window.event("msg_1"));
  await department.until(() => department.replies().length === 2);
  const [first, second] = department.replies();
  assert.deepEqual(first, second);
  assert.equal(window.callbacks[0]?.body, window.callbacks[1]?.body);
});

test("a second final answer under another id is refused by the window", async (context) => {
  const plan: Plan = { acknowledge: false, answer: agree, repeat: "other-id" };
  const { window, department } = await scene(context, plan);
  await window.ask(department.url, window.event("msg_1"));
  await department.until(() => department.replies().length === 2);
  assert.deepEqual(
    department.replies().map(({ status }) => status),
    [200, 409],
  );
});

for (const lie of ["other-key", "window-key", "old-timestamp", "changed-body"] as const) {
  test(`an answer with a wrong signature (${lie}) is refused, and a true one still counts`, async (context) => {
    const { window, department } = await scene(context, { acknowledge: false, answer: agree, lie });
    await window.ask(department.url, window.event("msg_1"));
    await department.until(() => department.replies().length === 1);
    assert.equal(department.replies()[0]?.status, 401);
    assert.equal((await department.answer("ref_msg-1", agree)).status, 200);
  });
}

test("while the window is away an answer is sent again, unchanged, until it is heard", async (context) => {
  const pauses: number[] = [];
  const wait = async (milliseconds: number) => {
    pauses.push(milliseconds);
  };
  const { window, department } = await scene(context, { acknowledge: false, answer: agree }, { wait });
  window.unavailable = 3;
  await window.ask(department.url, window.event("msg_1"));
  await department.until(() => department.replies().length === 1);
  assert.deepEqual(pauses, [200, 400, 800]);
  assert.equal(new Set(window.callbacks.map(({ id, body }) => `${id} ${body}`)).size, 1);
});

test("a webhook with a wrong signature or an old one is refused with 401 and its cause", async (context) => {
  const { window, department } = await scene(context, { answer: agree });
  const event = window.event("msg_1");
  const old = new Date(Date.parse("2020-01-01T00:00:00Z"));
  assert.equal(await window.ask(department.url, event, old), 401);
  const unsigned = await fetch(department.url, { method: "POST", body: JSON.stringify(event) });
  assert.equal(unsigned.status, 401);
  assert.deepEqual(
    department.deliveries().map(({ cause }) => cause),
    ["too-old", "missing-header"],
  );
  assert.equal(department.received().length, 0);
});

test("what is no webhook gets its own status: another method, too large a body, another event", async (context) => {
  const { window, department } = await scene(context, { answer: agree });
  assert.equal((await fetch(department.url)).status, 405);
  const large = await fetch(department.url, { method: "POST", body: "x".repeat(256 * 1024 + 1) });
  assert.equal(large.status, 413);
  const other = { ...window.event("msg_1"), type: "talent.case.decided.v1" };
  assert.equal(await window.ask(department.url, other), 204);
  assert.equal(department.received().length, 0);
});

test("a department killed before its answer gives it after the restart, once", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "department-"));
  context.after(() => rmSync(folder, { recursive: true }));
  const journalFile = join(folder, "journal.jsonl");
  const window = await openWindow(context);

  const silent = await openDepartment(context, {}, { journalFile });
  await window.ask(silent.url, window.event("msg_1"));
  await silent.until(() => silent.replies().length === 1);
  await silent.close();
  appendFileSync(journalFile, '{"posting":{"id":"cut sho');

  const restarted = await openDepartment(context, { answer: agree }, { journalFile });
  await restarted.until(() => restarted.replies().length === 1);
  await restarted.close();
  const again = await openDepartment(context, { answer: agree }, { journalFile });
  assert.equal(await window.ask(again.url, window.event("msg_1")), 204);
  assert.deepEqual(again.replies(), []);
  assert.deepEqual(
    again.received().map(({ event }) => event),
    [window.event("msg_1")],
  );
  assert.deepEqual(
    window.callbacks.map(({ id }) => id),
    ["acknowledge-ref_msg-1", "answer-ref_msg-1"],
  );
});

test("whoever waits for a department that closes is told so", async (context) => {
  const { department } = await scene(context, {});
  const waiting = assert.rejects(
    department.until(() => false),
    /closed/,
  );
  await department.close();
  await waiting;
});
