/** 授权: what the window, or an employer with the power, decides itself. */
import { applies, assesses, now, on, revokes, signs } from "../acts.ts";
import type { Story } from "../story.ts";
import {
  claim,
  contract,
  farm,
  huangMin,
  linHai,
  liJing,
  maria,
  marine,
  technology,
  wangShili,
  zhaoYue,
} from "./who.ts";

const home = { "talent-class": "d", status: "working", since: "2026-01-05", "homes-owned": 0 };
const policy = { ...contract, "talent-class": "d", policy: "housing", "work-place": "haikou" };
const CLERK = "wang-fang";

export const onTheSpot: readonly Story[] = [
  {
    id: "waits-for-the-window",
    person: "li-jing",
    item: "item_settlement-proof",
    window: "win_haikou",
    answers: {
      ...liJing,
      ground: "degree",
      education: "master",
      "graduated-on": "2025-06-30",
      employed: "yes",
      ...technology,
      "work-place": "haikou",
      address: "海口市美兰区示例路1号",
    },
    acts: [applies(now), assesses(on(2, "08:40"), { by: CLERK, finding: "verified" })],
  },
  {
    id: "window-is-late",
    person: "zhao-yue",
    item: "item_settlement-proof",
    window: "win_haikou",
    answers: {
      ...zhaoYue,
      ground: "degree",
      education: "bachelor",
      "graduated-on": "2026-06-30",
      employed: "no",
      "work-place": "haikou",
      address: "海口市龙华区示例路8号",
    },
    acts: [applies(on(-1, "16:00"))],
  },
  {
    id: "employer-has-to-sign",
    person: "li-jing",
    item: "item_policy-proof",
    window: "win_haikou",
    answers: { ...liJing, ...technology, ...policy },
    acts: [
      applies(on(-2, "10:00")),
      assesses(on(-2, "10:30"), { by: CLERK, finding: "not-verifiable" }),
      signs(on(-2, "11:00"), "li-jing"),
    ],
  },
  {
    id: "own-employer-has-to-sign",
    person: "lin-hai",
    item: "item_home-purchase",
    window: "win_haikou",
    answers: { ...linHai, ...farm, ...home, "work-place": "haikou" },
    acts: [
      applies(on(-1, "09:40")),
      assesses(on(-1, "10:10"), { by: CLERK, finding: "not-verifiable" }),
      signs(on(1, "08:35"), "lin-hai"),
    ],
  },
  {
    id: "promise-was-broken",
    person: "lin-hai",
    item: "item_entrepreneur-recognition",
    window: "win_haikou",
    answers: {
      ...linHai,
      ...farm,
      role: "founder",
      "founded-on": "2024-03-01",
      staff: 12,
      "work-place": "haikou",
    },
    acts: [
      applies(on(-24, "09:20")),
      assesses(on(-24, "09:50"), { by: CLERK, finding: "not-verifiable" }),
      signs(on(-24, "14:20"), "lin-hai"),
      revokes(on(-3, "15:30"), "chen-wei", "false-statement"),
    ],
  },
  {
    id: "granted-on-the-spot",
    person: "wang-shili",
    item: "item_home-purchase",
    window: "win_haikou",
    answers: { ...wangShili, ...marine, ...home, "work-place": "haikou" },
    acts: [applies(on(-6, "10:20")), assesses(on(-6, "10:45"), { by: CLERK, finding: "verified" })],
  },
  {
    id: "refused-on-the-spot",
    person: "huang-min",
    item: "item_home-purchase",
    window: "win_haikou",
    answers: { ...huangMin, ...technology, ...home, "homes-owned": 3, "work-place": "haikou" },
    acts: [
      applies(on(-7, "11:00")),
      assesses(on(-7, "11:20"), { by: CLERK, finding: "contradicted", reasons: ["homes-exceeded"] }),
    ],
  },
  {
    id: "employer-decides",
    person: "maria-santos",
    item: "item_recognition-full-time",
    window: "win_haikou",
    answers: { ...maria, ...marine, ...claim("e", "haikou") },
    acts: [applies(now)],
  },
];
