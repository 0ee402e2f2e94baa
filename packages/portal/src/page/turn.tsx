import type { Progress } from "@window/contract/wire/case.ts";
import type { Language, Text } from "@window/domain/text.ts";

const words = {
  window: { zh: "窗口", en: "the window’s" },
  applicant: { zh: "申请人", en: "the applicant’s" },
  employer: { zh: "用人单位", en: "the employer’s" },
  "earlier-case": {
    zh: "待同一申请中前一事项决定后开始",
    en: "nobody’s yet: it begins when an earlier item of the application is decided",
  },
  nobody: { zh: "已办结，无需再办", en: "nobody’s; it is finished" },
} satisfies Record<Exclude<Progress["turn"]["of"], "departments">, Text>;

/** Whose hand a case waits for. */
export const turnOf = (turn: Progress["turn"], language: Language): string =>
  turn.of === "departments"
    ? turn.departments.map(({ name }) => name[language]).join(language === "zh" ? "、" : ", ")
    : words[turn.of][language];
