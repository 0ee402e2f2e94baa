/** Several things in one application: each is decided by itself, and what needs another's grant waits for it. */
import { answers, applies, on } from "../acts.ts";
import type { Story } from "../story.ts";
import { claim, farm, huangMin, linHai, technology } from "./who.ts";

const TALENT = { department: "dept_talent-office" };
const bundle = "bundle_coming-to-work";
const recognition = { item: "item_recognition-full-time", window: "win_haikou" };

export const bundled: readonly Story[] = [
  {
    ...recognition,
    id: "came-together",
    together: { bundle, also: [{ story: "waits-for-another", item: "item_settlement-proof" }] },
    person: "huang-min",
    answers: {
      ...huangMin,
      ...technology,
      ...claim("b", "haikou"),
      ground: "recognition",
      employed: "yes",
      address: "海口市美兰区示例路5号",
    },
    acts: [applies(on(-6, "10:10")), answers(on(-2, "09:20"), TALENT)],
  },
  {
    ...recognition,
    id: "refused-together",
    together: { bundle, also: [{ story: "fell-away", item: "item_spouse-employment" }] },
    person: "lin-hai",
    answers: {
      ...linHai,
      ...farm,
      ...claim("c", "haikou"),
      "talent-class": "c",
      "spouse-name": "王示例",
      "spouse-status": "company",
      "spouse-field": "园艺，希望在海口工作。",
      "spouse-consent": "yes",
    },
    acts: [
      applies(on(-11, "09:40")),
      answers(on(-7, "15:10"), { ...TALENT, outcome: "refuse", reasons: ["class-evidence-insufficient"] }),
    ],
  },
];
