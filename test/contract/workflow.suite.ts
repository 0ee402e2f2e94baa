import { later, toIso, type Instant } from "@window/domain/instant.ts";
import type { CaseId } from "@window/domain/id.ts";
import type { Workflow } from "@window/domain/port/workflow.ts";
import type { FunctionName } from "@window/workflow/definition.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as z from "zod";
import { eventually } from "../kit/eventually.ts";
import { freshCase, freshName } from "../kit/fresh.ts";

/** A function as a machine called it. */
export interface Call {
  readonly name: FunctionName;
  readonly payload: unknown;
}

export interface WorkflowHarness {
  readonly workflow: Workflow;
  /** What has been called, oldest first. */
  readonly calls: readonly Call[];
  /** The instant by which the machines wait. */
  readonly now: () => Instant;
  /** Lets that much of the machines' time go by, where somebody has to move it. */
  readonly pass: (milliseconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `act` is what a function does when it is called; one that throws has failed. */
type Make = (act: (call: Call) => Promise<void>) => Promise<WorkflowHarness>;

const Asked = z.object({ case: z.string(), token: z.string() });
const Reached = z.looseObject({ subject: z.string() });

const SECOND = 1000;

/** What a runtime does otherwise; each is told where it is passed in. */
type Otherwise =
  /** Asks lie in a queue first: the answer says so, and what became of them shows later. */
  | "answers-later"
  /** A task that is tried again keeps its token. */
  | "keeps-tokens";

/** What the tests do with the harness that is open by then. */
const toolsOf = (harness: () => WorkflowHarness, otherwise: readonly Otherwise[]) => {
  const workflow: Workflow = {
    start: (...asked) => harness().workflow.start(...asked),
    complete: (...asked) => harness().workflow.complete(...asked),
    fail: (...asked) => harness().workflow.fail(...asked),
  };
  const is = (said: string, expected: string): void => {
    if (!otherwise.includes("answers-later")) assert.equal(said, expected);
  };
  const askedOf = (subject: CaseId, called: FunctionName = "open-round"): string[] =>
    harness().calls.flatMap(({ name: each, payload }) => {
      const asked = Asked.safeParse(payload).data;
      return each === called && asked?.case === subject ? [asked.token] : [];
    });
  /** The tokens a case was asked about with, once there are so many. */
  const tokens = async (subject: CaseId, count: number, called?: FunctionName): Promise<string[]> => {
    const seen = await eventually(
      () => askedOf(subject, called),
      (found) => found.length >= count,
    );
    assert.equal(seen.length, count, `${String(seen.length)} calls of ${called ?? "open-round"}`);
    return seen;
  };
  const newest = async (subject: CaseId, count: number, called?: FunctionName): Promise<string> =>
    (await tokens(subject, count, called)).at(-1) ?? assert.fail();
  /** A token that was used is gone as soon as its machine has taken notice. */
  const goes = async (token: string): Promise<void> => {
    if (otherwise.includes("answers-later")) return;
    const said = await eventually(
      () => workflow.complete(token, { more: false }),
      (word) => word === "token-gone",
    );
    assert.equal(said, "token-gone");
  };
  /** What `reach` was called with for this subject. */
  const reached = (subject: string): unknown[] =>
    harness().calls.flatMap(({ name: called, payload }) =>
      called === "reach" && Reached.safeParse(payload).data?.subject === subject ? [payload] : [],
    );
  const reachedOften = (subject: string, count: number): Promise<unknown[]> =>
    eventually(
      () => reached(subject),
      (found) => found.length >= count,
    );
  const start = (subject: CaseId) => workflow.start("route", subject, { case: subject });
  const pass = (milliseconds: number) => harness().pass(milliseconds);
  const now = () => harness().now();
  return { workflow, is, askedOf, tokens, newest, goes, reached, reachedOften, start, pass, now };
};

interface Bench extends ReturnType<typeof toolsOf> {
  /** What the functions do to these cases or subjects; to all others nothing. */
  readonly acts: Map<string, (token: string) => Promise<void>>;
}

const routing = ({ workflow, is, tokens, newest, goes, start, askedOf, acts }: Bench): void => {
  test("a case is asked about round after round, each with a token of its own, until there is no more", async () => {
    const subject = freshCase();
    is(await start(subject), "started");
    const first = await newest(subject, 1);
    is(await workflow.complete(first, { more: true }), "completed");
    const second = await newest(subject, 2);
    assert.notEqual(second, first);
    is(await workflow.complete(second, { more: false }), "completed");
    for (const used of [first, second]) await goes(used);
    await tokens(subject, 2);
  });

  test("a name is used once, by however many and however often, also after its end", async () => {
    const subject = freshCase();
    is(await start(subject), "started");
    await Promise.all([start(subject), start(subject), start(subject)]);
    const token = await newest(subject, 1);
    is(await workflow.start("route", subject, { case: freshCase() }), "already-started");
    await workflow.complete(token, { more: false });
    await goes(token);
    is(await start(subject), "already-started");
    await tokens(subject, 1);
  });

  test("a token that nobody gave out is gone", async () => {
    for (const token of ["unknown", freshName().repeat(8)]) {
      is(await workflow.complete(token, { more: true }), "token-gone");
      is(await workflow.fail(token, "Broken"), "token-gone");
    }
  });

  test("a token may be used inside the function that was given it", async () => {
    const subject = freshCase();
    acts.set(subject, async (token) => {
      await workflow.complete(token, { more: askedOf(subject).length < 3 });
    });
    await start(subject);
    await tokens(subject, 3);
    for (const token of askedOf(subject)) await goes(token);
    await tokens(subject, 3);
  });

  test("many cases at once are each asked about once, and none waits for another", async () => {
    const all = Array.from({ length: 20 }, freshCase);
    await Promise.all(all.map(start));
    const first = await Promise.all(all.map((subject) => newest(subject, 1)));
    assert.equal(new Set(first).size, all.length);
    await Promise.all(first.map((token) => workflow.complete(token, { more: true })));
    const second = await Promise.all(all.map((subject) => newest(subject, 2)));
    await Promise.all(second.map((token) => workflow.complete(token, { more: false })));
    await Promise.all(second.map(goes));
  });
};

const failing = (
  { workflow, is, newest, tokens, goes, start, askedOf, pass }: Bench,
  keeps: boolean,
): void => {
  test("a task that failed gets a new token, and what was answered under the old one is nothing", async () => {
    const subject = freshCase();
    await start(subject);
    const first = await newest(subject, 1);
    is(await workflow.fail(first, "Broken"), "completed");
    await pass(30 * SECOND);
    const second = await newest(subject, 2);
    if (!keeps) {
      assert.notEqual(second, first);
      await goes(first);
    }
    is(await workflow.complete(second, { more: false }), "completed");
    await goes(second);
    await tokens(subject, 2);
  });

  test("after three failures a case is stuck, and goes on when an operator says so", async () => {
    const subject = freshCase();
    await start(subject);
    for (const [index, wait] of [30, 120, 0].entries()) {
      await workflow.fail(await newest(subject, index + 1), "Broken");
      await pass(wait * SECOND);
    }
    const stuck = await newest(subject, 1, "mark-stuck");
    is(await workflow.complete(stuck, {}), "completed");
    await workflow.complete(await newest(subject, 4), { more: false });
    await goes(stuck);
  });

  test("a store that refuses for a while makes no case stuck", async () => {
    const subject = freshCase();
    await start(subject);
    for (const [index, wait] of [5, 10, 20, 40].entries()) {
      await workflow.fail(await newest(subject, index + 1), "StoreUnavailable");
      await pass(wait * SECOND);
    }
    await workflow.complete(await newest(subject, 5), { more: false });
    assert.deepEqual(askedOf(subject, "mark-stuck"), []);
  });
};

const reaching = ({ workflow, is, tokens, start, reached, reachedOften, pass, now, acts }: Bench): void => {
  test("the two machines have names of their own", async () => {
    const subject = freshCase();
    is(await start(subject), "started");
    const input = { subject, plan: "due", at: toIso(now()) };
    is(await workflow.start("deadline", subject, input), "started");
    await tokens(subject, 1);
    await pass(0);
    assert.equal((await reachedOften(subject, 1)).length, 1);
  });

  test("a checkpoint is reached with the ids it was started with, and an instant that is over at once", async () => {
    const subject = freshCase();
    const input = { subject, plan: "warning", at: toIso(later(now(), -60 * SECOND)) };
    is(await workflow.start("deadline", `${subject}-warning-1`, input), "started");
    await pass(0);
    const [payload] = await reachedOften(subject, 1);
    const { plan } = z.looseObject({ plan: z.string() }).parse(payload);
    assert.deepEqual([plan, reached(subject).length], ["warning", 1]);
  });

  test("a checkpoint is not reached before its time", async () => {
    const subject = freshCase();
    const at = toIso(later(now(), 60 * SECOND));
    await workflow.start("deadline", `${subject}-due-1`, { subject, plan: "due", at });
    await pass(SECOND);
    assert.deepEqual(reached(subject), []);
    await pass(60 * SECOND);
    assert.equal((await reachedOften(subject, 1)).length, 1);
  });

  test("a function that died is called again, and reaches its checkpoint", async () => {
    const subject = freshCase();
    acts.set(subject, async () => {
      if (reached(subject).length === 1) throw new Error("died");
    });
    const input = { subject, plan: "due", at: toIso(now()) };
    await workflow.start("deadline", `${subject}-due-1`, input);
    await pass(0);
    await reachedOften(subject, 1);
    await pass(30 * SECOND);
    assert.equal((await reachedOften(subject, 2)).length, 2);
  });
};

export const workflowSuite = (name: string, make: Make, otherwise: readonly Otherwise[] = []): void => {
  describe(`workflow: ${name}`, () => {
    let harness: WorkflowHarness;
    const acts: Bench["acts"] = new Map();
    before(async () => {
      harness = await make(async ({ payload }) => {
        const asked = Asked.safeParse(payload).data;
        const subject = asked?.case ?? Reached.parse(payload).subject;
        await acts.get(subject)?.(asked?.token ?? "");
      });
    });
    after(() => harness.close());

    const bench = { ...toolsOf(() => harness, otherwise), acts };
    routing(bench);
    failing(bench, otherwise.includes("keeps-tokens"));
    reaching(bench);
  });
};
