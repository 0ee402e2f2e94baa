/** What people do about a case, as acts of a story. Each may be played again: what was done is done once. */
import { revokeResult } from "@window/contract/operations/results.ts";
import { withdrawApplication } from "@window/contract/operations/applications.ts";
import { resumeCase } from "@window/contract/operations/cases.ts";
import {
  assessCase,
  changeKind,
  recordAttendance,
  signCommitment,
} from "@window/contract/operations/desk.ts";
import { explainDelay } from "@window/contract/operations/delays.ts";
import { drafted, submitted } from "./apply.ts";
import { caseOnce, type Stage } from "./stage.ts";
import type { Act, Story } from "./story.ts";

type Does = Act["does"];
export type When = Pick<Act, "on" | "time">;

/** The moment the demonstration is begun at. */
export const now: When = { on: 0, time: "now" };

/** That many working days ago, or ahead, at a time of day. */
export const on = (days: number, time: string): When => ({ on: days, time });

const act = (when: When, does: Does): Act => ({ ...when, does });
const keyOf = (story: Story, what: string): string => `demonstration.${story.id}.${what}`;
const ofCase = (stage: Stage, story: Story) => ({ case: stage.told(story.id).case ?? "" });

export const applies = (when: When): Act =>
  act(when, async (stage, story) => {
    await submitted(stage, story);
    await stage.settled();
  });

export interface Answering {
  readonly department: string;
  readonly outcome?: "agree" | "refuse";
  readonly reasons?: readonly string[];
}

/** A department with a system answers what it was asked, once it has acknowledged it. */
export const answers = (
  when: When,
  { department, outcome = "agree", reasons = [] }: Answering,
  again?: string,
): Act =>
  act(when, async (stage, story) => {
    const seen = await caseOnce(stage, story.id, ({ referrals }) =>
      referrals.some((asked) => asked.department.id === department && asked.acknowledgedAt !== null),
    );
    const asked = seen.referrals.findLast((known) => known.department.id === department);
    if (asked === undefined) throw new Error(`${department} was not asked in ${story.id}`);
    await stage.answer({
      department,
      referral: asked.referral,
      outcome,
      reasons,
      ...(again === undefined ? {} : { id: again }),
    });
    await stage.settled();
  });

type Assessing = { readonly by: string; readonly finding: string; readonly reasons?: readonly string[] };

/** A clerk, or the employer with the power, says what was found. */
export const assesses = (when: When, { by, finding, reasons = [] }: Assessing): Act =>
  act(when, async (stage, story) => {
    await caseOnce(stage, story.id, ({ phase }) => phase !== "received");
    const body = { finding, reasons };
    await stage.as(by).ask(assessCase, { params: ofCase(stage, story), key: keyOf(story, "assess"), body });
    await stage.settled();
  });

export const signs = (when: When, by: string): Act =>
  act(when, async (stage, story) => {
    await stage.as(by).ask(signCommitment, { params: ofCase(stage, story), key: keyOf(story, `sign.${by}`) });
    await stage.settled();
  });

/** The applicant comes to the window in person. */
export const comes = (when: When, clerk: string): Act =>
  act(when, async (stage, story) => {
    await stage
      .as(clerk)
      .ask(recordAttendance, { params: ofCase(stage, story), key: keyOf(story, "attend") });
    await stage.settled();
  });

export const goesAnotherWay = (when: When, by: string, way: string, reason: string): Act =>
  act(when, async (stage, story) => {
    const sent = { params: ofCase(stage, story), key: keyOf(story, "kind"), body: { way, reason } };
    await stage.as(by).ask(changeKind, sent);
    await stage.settled();
  });

/** The window says to the public why it is late, and by which working day of the demonstration it is expected. */
export const explains = (
  when: When,
  by: string,
  {
    reason,
    responsible,
    day,
  }: { readonly reason: string; readonly responsible: string; readonly day: number },
): Act =>
  act(when, async (stage, story) => {
    await caseOnce(stage, story.id, ({ delay }) => delay !== null);
    const body = { reason, responsible, expected: stage.day(day) };
    await stage.as(by).ask(explainDelay, { params: ofCase(stage, story), key: keyOf(story, "delay"), body });
    await stage.settled();
  });

export const withdraws = (when: When): Act =>
  act(when, async (stage, story) => {
    const { application } = stage.told(story.id);
    const sent = { params: { application }, key: keyOf(story, "withdraw") };
    await stage.as(story.person).ask(withdrawApplication, sent);
    await stage.settled();
  });

export const revokes = (when: When, by: string, reason: string): Act =>
  act(when, async (stage, story) => {
    const { result } = await caseOnce(stage, story.id, (seen) => seen.result !== null);
    const sent = { params: { result: result ?? "" }, key: keyOf(story, "revoke"), body: { reason } };
    await stage.as(by).ask(revokeResult, sent);
    await stage.settled();
  });

/** Its rounds could not be opened: time goes by until that is known. */
export const isStuck = (when: When): Act =>
  act(when, async (stage, story) => {
    await caseOnce(stage, story.id, ({ stuck, referrals }) => stuck || referrals.length > 0);
  });

/** Time goes by, and what has become due happens. */
export const passes = (when: When): Act => act(when, () => Promise.resolve());

export const resumes = (when: When, by: string, reason: string): Act =>
  act(when, async (stage, story) => {
    const sent = { params: ofCase(stage, story), key: keyOf(story, "resume"), body: { reason } };
    await stage.as(by).ask(resumeCase, sent);
    await caseOnce(stage, story.id, ({ referrals }) => referrals.length > 0);
    await stage.settled();
  });

/** Begins an application and leaves it. */
export const drafts = (when: When): Act =>
  act(when, async (stage, story) => {
    await drafted(stage, story);
    await stage.settled();
  });
