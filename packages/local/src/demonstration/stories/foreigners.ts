/** Work permit and residence: two items with two applicants, the employer and then the foreigner in person. */
import { answers, applies, comes, on } from "../acts.ts";
import type { Given, Known, Story } from "../story.ts";
import { marine, mariaAbroad, olga, suparman, technology } from "./who.ts";

const HUMAN_RESOURCES = { department: "dept_human-resources" };
const work = { item: "item_work-permit", window: "win_haikou" };
const residence = { item: "item_residence-permit", window: "win_haikou" };

const post: Given = {
  stay: "over-90",
  category: "b",
  position: "海洋工程师",
  "work-address": "海口市示例路2号",
  "work-from": "2027-01-04",
  "work-until": "2028-12-31",
  "monthly-pay": 30000,
};

/** Neither has a mainland mobile; they are told by e-mail. */
const staying = (
  { day, told }: Known,
  permit: Parameters<Known["told"]>[0],
  entered: number,
  email: string,
) => ({
  "permit-number": told(permit).number ?? "",
  "entered-on": day(entered),
  duration: "year-or-more",
  address: "海口市示例路3号",
  email,
  language: "en",
});

export const foreigners: readonly Story[] = [
  {
    ...work,
    id: "permit-was-followed",
    person: "he-lian",
    answers: { ...suparman, ...technology, ...post },
    acts: [applies(on(-24, "10:30")), answers(on(-16, "11:00"), HUMAN_RESOURCES)],
  },
  {
    ...work,
    id: "permit-of-the-oceanographer",
    person: "zheng-qi",
    answers: { ...mariaAbroad, ...marine, ...post },
    acts: [applies(on(-23, "14:10")), answers(on(-15, "15:30"), HUMAN_RESOURCES)],
  },
  {
    ...work,
    id: "awaits-entry",
    person: "zheng-qi",
    answers: { ...olga, ...marine, ...post },
    acts: [applies(on(-16, "09:30")), answers(on(-6, "10:30"), HUMAN_RESOURCES)],
  },
  {
    ...residence,
    id: "on-the-police-worklist",
    person: "suparman",
    answers: (known) => ({
      ...suparman,
      ...staying(known, "permit-was-followed", -9, "suparman@example.com"),
    }),
    acts: [applies(on(-7, "10:00")), comes(on(-6, "10:30"), "wang-fang")],
  },
  {
    ...residence,
    id: "awaits-the-applicant",
    person: "maria-santos",
    answers: (known) => ({
      ...mariaAbroad,
      ...staying(known, "permit-of-the-oceanographer", -4, "maria.santos@example.com"),
    }),
    acts: [applies(on(-1, "11:20")), comes(on(1, "08:45"), "wang-fang")],
  },
];
