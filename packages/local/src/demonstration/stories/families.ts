/** What families apply for: a post for the spouse, a school for the child; and a draft that is not finished. */
import { answers, applies, drafts, on } from "../acts.ts";
import type { Story } from "../story.ts";
import { contract, huangMin, lease, liJing, technology, zhaoYue } from "./who.ts";

export const families: readonly Story[] = [
  {
    id: "dead-endpoint",
    person: "li-jing",
    item: "item_spouse-employment",
    window: "win_haikou",
    answers: {
      ...liJing,
      ...technology,
      ...contract,
      "talent-class": "c",
      "work-place": "haikou",
      "spouse-name": "王芳示例",
      "spouse-status": "civil-servant",
      "spouse-field": "公共管理，希望在海口工作。",
      "spouse-consent": "yes",
    },
    acts: [applies(on(-8, "09:30"))],
  },
  {
    id: "on-a-worklist",
    person: "huang-min",
    item: "item_child-schooling",
    window: "win_sanya",
    answers: {
      ...huangMin,
      ...technology,
      "talent-class": "c",
      "child-name": "黄小示",
      "child-born-on": "2019-09-01",
      stage: "primary",
      "school-place": "sanya",
      "home-address": "三亚市示例路4号",
      "guardian-consent": "given",
    },
    acts: [applies(on(-3, "09:10")), answers(on(-2, "15:00"), { department: "dept_talent-office" })],
  },
  {
    id: "draft",
    person: "zhao-yue",
    item: "item_rent-subsidy",
    window: "win_haikou",
    answers: { ...zhaoYue, ...lease("海口市") },
    acts: [drafts(on(-1, "17:00"))],
  },
];
