import type { Language, Text } from "@window/domain/text.ts";
import type { ShownCase } from "../stage.ts";
import { saidDay } from "./moment.tsx";

type Asked = ShownCase["referrals"][number];

const isOpen = ({ answer, superseded }: Asked): boolean => answer === null && !superseded;

const asked = ({ department, openedAt, term, undelivered }: Asked): Text => {
  const on = (language: Language) => saidDay(openedAt, language);
  const by = (language: Language) => saidDay(`${term.lastDay}T00:00:00+08:00`, language);
  return {
    zh: `${department.name.zh}${on("zh")}接到转办，应于${by("zh")}前答复，至今没有答复${undelivered ? "（其系统无法接通，转办已列入待办）" : ""}。`,
    en: `${department.name.en} was asked on ${on("en")} and had until ${by("en")}; it has not answered${undelivered ? " (its system cannot be reached, so it has the question on its worklist)" : ""}.`,
  };
};

const waiting = {
  window: {
    zh: "窗口应当场核验并决定，还没有决定。",
    en: "The window owed a decision on the spot and has not made it.",
  },
  employer: { zh: "有权限的用人单位还没有决定。", en: "The employer with the power has not decided." },
  applicant: { zh: "在等申请人。", en: "The applicant is waited for." },
  stuck: {
    zh: "系统故障，转办没能发出，等运维人员排除。",
    en: "A fault kept it from its departments; an operator is waited for.",
  },
} satisfies Record<string, Text>;

/** What the window has said to the public, and the new date; 预计 while the calendar of that year is not out. */
const said = ({ delay }: ShownCase): readonly Text[] => {
  if (delay === null) return [];
  if (delay.explained === null)
    return [{ zh: "窗口尚未公开说明原因。", en: "The window has not given a public reason yet." }];
  const { reason, expected, provisional } = delay.explained;
  const by = (language: Language) => saidDay(`${expected}T00:00:00+08:00`, language);
  return [
    {
      zh: `公开说明：${reason.text.zh}，${provisional ? "预计（该年日历未公布）" : "预计"}${by("zh")}前办结。`,
      en: `The public reason: ${reason.text.en}; expected by ${by("en")}${provisional ? " (provisional: that year's calendar is not out)" : ""}.`,
    },
  ];
};

/** Why a case that is late is not decided yet, in words; whoever is waited for is named. */
export const whyLate = (seen: ShownCase): readonly Text[] => [...said(seen), ...whoseTurn(seen)];

const whoseTurn = (seen: ShownCase): readonly Text[] => {
  if (seen.stuck) return [waiting.stuck];
  const { turn } = seen;
  if (turn.of === "departments") return seen.referrals.filter(isOpen).map(asked);
  // What waits for another case has no clock yet, so it is never late.
  return turn.of === "nobody" || turn.of === "earlier-case" ? [] : [waiting[turn.of]];
};
