/** What is otherwise in prepared cases: departments answer when their story says so, and a fault is planted in two. */
import { applicationOfCase } from "@window/domain/case/case-id.ts";
import { CaseId } from "@window/domain/id.ts";
import type { DemonstrationRecord } from "@window/local/demonstration/record.ts";
import { disturbed, stories } from "@window/local/demonstration/stories.ts";
import { agree, type Decide } from "./local-departments.ts";
import type { LocalPorts } from "./local-ports.ts";

const isOf = (record: DemonstrationRecord, subject: string, among: readonly string[]): boolean => {
  const application = applicationOfCase(CaseId.parse(subject));
  const cases = record.read()?.cases ?? {};
  return among.some((story) => cases[story]?.application === application);
};

const everyStory = stories.map(({ id }) => id);

/** Departments do in a prepared case what its story says, and answer every other one by themselves. */
export const withStories =
  (record: DemonstrationRecord): Decide =>
  (department) =>
  (referral) =>
    isOf(record, referral.data.case, everyStory) ? {} : agree(department)(referral);

const wasStuck = async ({ store }: LocalPorts, subject: CaseId): Promise<boolean> =>
  (await store.load(subject)).some(({ events }) => events.some(({ type }) => type === "case.stuck.v1"));

/** Until somebody has heard of it, the rounds of two cases cannot be opened: so one sees what an operator is for. */
export const withDisturbance = (record: DemonstrationRecord, ports: LocalPorts): LocalPorts => ({
  ...ports,
  rounds: {
    get: (subject, waiting) => ports.rounds.get(subject, waiting),
    remove: (subject, waiting, token) => ports.rounds.remove(subject, waiting, token),
    async put(subject, waiting, token) {
      const isPlanted = waiting !== "stuck" && isOf(record, subject, disturbed);
      if (isPlanted && !(await wasStuck(ports, subject))) throw new Error("planted for the demonstration");
      return ports.rounds.put(subject, waiting, token);
    },
  },
});
