/** 代办: rent subsidies, for which the talent office and then the housing office are asked, ten working days in all. */
import { answers, applies, explains, isStuck, now, on, passes } from "../acts.ts";
import type { Story } from "../story.ts";
import { farm, huangMin, lease, linHai, liJing, maria, marine, technology, wangShili } from "./who.ts";

const TALENT = { department: "dept_talent-office" };
const HOUSING = { department: "dept_housing-office" };
const rent = { item: "item_rent-subsidy", window: "win_haikou" };

export const rentSubsidies: readonly Story[] = [
  {
    ...rent,
    id: "a-day-late",
    person: "li-jing",
    answers: { ...liJing, ...technology, ...lease("海口市") },
    acts: [
      applies(on(-11, "10:10")),
      answers(on(-9, "11:00"), TALENT),
      explains(now, "wang-fang", { reason: "department-late", responsible: HOUSING.department, day: 4 }),
      answers(on(3, "08:30"), HOUSING),
    ],
  },
  {
    ...rent,
    id: "due-today",
    person: "wang-shili",
    answers: { ...wangShili, ...marine, ...lease("海口市") },
    acts: [applies(on(-10, "15:10")), answers(on(-8, "10:00"), TALENT)],
  },
  {
    ...rent,
    id: "in-time",
    person: "maria-santos",
    answers: { ...maria, ...marine, ...lease("海口市") },
    acts: [applies(on(-2, "09:15")), answers(on(-1, "11:30"), TALENT), answers(on(1, "08:30"), HOUSING)],
  },
  {
    ...rent,
    id: "decided-late",
    person: "huang-min",
    answers: { ...huangMin, ...technology, ...lease("海口市") },
    acts: [
      applies(on(-20, "14:00")),
      answers(on(-14, "10:30"), TALENT),
      answers(on(-6, "16:00"), HOUSING),
      explains(on(-6, "16:30"), "wang-fang", {
        reason: "department-late",
        responsible: HOUSING.department,
        day: -5,
      }),
    ],
  },
  {
    ...rent,
    id: "stuck",
    person: "lin-hai",
    window: "win_danzhou",
    answers: { ...linHai, ...farm, ...lease("儋州市") },
    acts: [
      applies(on(-1, "15:00")),
      passes(on(-1, "15:05")),
      passes(on(-1, "15:10")),
      isStuck(on(-1, "15:15")),
    ],
  },
];
