/** Weeks pass: the stage's door moves the legal clock, and the hourly sweep reaches what has come due. */
import { readCase } from "@window/contract/operations/cases.ts";
import { explainDelay } from "@window/contract/operations/delays.ts";
import { Day } from "@window/domain/day.ts";
import { HOUR } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { apply } from "../story/chapter/apply.ts";
import { askDepartment } from "../story/chapter/ask-department.ts";
import type { Scene, Submitted } from "../story/scene.ts";
import { APPLICANT, sooner } from "../story/scene.ts";
import { closeScene, departmentOf, openScene } from "./stage.ts";

describe("time passes on the deployed window", () => {
  let scene: Scene;
  let submitted: Submitted;

  before(async () => {
    scene = await openScene("time-passes");
  });
  after(() => closeScene(scene));

  const look = async () =>
    scene.visitor.ask(readCase, {
      params: { case: submitted.case },
      token: await scene.token(APPLICANT),
    });

  const move = async (to: number): Promise<void> => {
    const response = await fetch(`${scene.visitor.origin}/test/clock`, {
      method: "POST",
      body: JSON.stringify({ to: new Date(to).toISOString() }),
    });
    assert.equal(response.status, 200, await response.text());
  };

  test("a case that nobody answers in time is overdue", async () => {
    submitted = await apply(scene);
    await askDepartment(scene, departmentOf(scene, 0), submitted.case, "核实无误。 Confirmed.");
    const { promised } = await sooner("the second round", async () => {
      const own = await look();
      return own.referrals.length === 2 ? own : undefined;
    });
    assert.ok(promised);
    assert.equal((await look()).overdueAt, null);
    await move(Date.parse(promised.due) + HOUR);
    const { overdueAt } = await sooner("the due instant", async () => {
      const own = await look();
      return own.overdueAt === null ? undefined : own;
    });
    assert.ok(overdueAt !== null && Date.parse(overdueAt) >= Date.parse(promised.due));
  });

  test("the clock is never moved back", async () => {
    await move(0);
    assert.notEqual((await look()).overdueAt, null);
  });

  test("a late answer is taken and held, and decides with the public reason", async () => {
    const { desk } = departmentOf(scene, 1);
    const asked = () => desk.received().find(({ event }) => event.data.case === submitted.case);
    await desk.until(() => asked() !== undefined);
    const reply = await desk.answer(asked()?.event.subject ?? "", { outcome: "agree" });
    assert.equal(reply.status, 200);
    assert.deepEqual(reply.body, { outcome: "received-late" });
    const held = await look();
    assert.deepEqual([held.phase, held.delay?.owed], ["running", true]);
    const given = await scene.visitor.ask(explainDelay, {
      params: { case: submitted.case },
      token: await scene.token("wang-fang"),
      body: { reason: "department-late", responsible: held.competent, expected: Day.parse("2030-01-02") },
    });
    assert.equal(given.decision, "granted");
    assert.equal((await look()).decision?.late, true);
  });
});
