/** Recognition 认定: who decides follows from class, employer and place, so these are of all three kinds. */
import { answers, applies, goesAnotherWay, isStuck, on, passes, resumes, withdraws } from "../acts.ts";
import type { Story } from "../story.ts";
import { claim, farm, huangMin, linHai, liJing, maria, marine, technology, wangShili } from "./who.ts";

const TALENT = { department: "dept_talent-office" };
const CENTRE = { department: "dept_talent-centre" };
const INDUSTRY = { department: "dept_industry-authority" };
const PARK = { department: "dept_park-talent-office" };
const fullTime = { item: "item_recognition-full-time", window: "win_haikou" };
const flexible = { item: "item_recognition-flexible", window: "win_haikou" };
const flexibleClaim = (level: string) => ({ ...claim(level, "haikou"), "tax-months": 14 });

const decided: readonly Story[] = [
  {
    ...fullTime,
    id: "granted-jointly",
    person: "li-jing",
    answers: { ...liJing, ...technology, ...claim("c", "haikou") },
    acts: [
      applies(on(-25, "10:00")),
      answers(on(-22, "11:10"), TALENT),
      answers(on(-19, "09:40"), CENTRE),
      answers(on(-18, "15:20"), INDUSTRY),
      // It thinks better of it: too late, and kept where people see it.
      answers(
        on(-17, "10:00"),
        { ...INDUSTRY, outcome: "refuse", reasons: ["field-not-comparable"] },
        "demonstration-second-thoughts",
      ),
    ],
  },
  {
    ...fullTime,
    id: "refused-by-department",
    person: "huang-min",
    answers: { ...huangMin, ...technology, ...claim("c", "haikou") },
    acts: [
      applies(on(-15, "09:30")),
      answers(on(-12, "14:00"), {
        ...TALENT,
        outcome: "refuse",
        reasons: ["class-evidence-insufficient"],
      }),
    ],
  },
  {
    ...fullTime,
    id: "withdrawn",
    person: "wang-shili",
    answers: { ...wangShili, ...marine, ...claim("c", "haikou") },
    acts: [applies(on(-9, "10:40")), withdraws(on(-8, "09:10")), answers(on(-7, "11:00"), TALENT)],
  },
];

const underWay: readonly Story[] = [
  {
    ...flexible,
    id: "jointly-reviewed",
    person: "li-jing",
    answers: { ...liJing, ...marine, ...flexibleClaim("b") },
    acts: [
      applies(on(-13, "09:50")),
      answers(on(-10, "10:10"), TALENT),
      answers(on(-5, "14:40"), CENTRE),
      answers(on(4, "08:30"), INDUSTRY),
    ],
  },
  {
    ...fullTime,
    id: "decided-by-the-park",
    person: "huang-min",
    window: "win_yangpu",
    answers: { ...huangMin, ...technology, ...claim("d", "yangpu") },
    acts: [applies(on(-4, "10:30")), answers(on(1, "08:40"), PARK)],
  },
  {
    ...fullTime,
    id: "kind-was-changed",
    person: "lin-hai",
    answers: { ...linHai, ...farm, ...claim("d", "haikou") },
    acts: [
      applies(on(-3, "10:00")),
      goesAnotherWay(
        on(-3, "11:00"),
        "wang-fang",
        "province",
        "示例：该单位曾违背承诺，改由上级部门认定。 Example: the employer has broken a promise, so departments decide.",
      ),
    ],
  },
  {
    ...fullTime,
    id: "deliberated",
    person: "wang-shili",
    answers: { ...wangShili, ...marine, ...claim("equivalent", "haikou") },
    acts: [applies(on(-12, "09:30")), answers(on(-5, "10:20"), INDUSTRY)],
  },
  {
    ...flexible,
    id: "went-on",
    person: "maria-santos",
    answers: { ...maria, ...marine, ...flexibleClaim("c") },
    acts: [
      applies(on(-4, "09:00")),
      passes(on(-4, "09:05")),
      passes(on(-4, "09:10")),
      isStuck(on(-4, "09:15")),
      resumes(on(-4, "14:00"), "zhou-ming", "示例：存储已修复。 Example: the store was mended."),
    ],
  },
];

export const recognitions: readonly Story[] = [...decided, ...underWay];
