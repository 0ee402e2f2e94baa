import type { Language, Text } from "@window/domain/text.ts";
import type { ShownCase } from "../stage.ts";
import { ShownDay, ShownMoment } from "./moment.tsx";
import { Table } from "./table.tsx";

const words = {
  heading: { zh: "问了哪些部门", en: "Which departments were asked" },
  department: { zh: "部门", en: "Department" },
  asked: { zh: "转办时间", en: "Asked" },
  by: { zh: "应答复日", en: "To answer by" },
  answer: { zh: "答复", en: "Answer" },
  waiting: { zh: "尚未答复", en: "not answered yet" },
  seen: { zh: "已签收，尚未答复", en: "received, not answered yet" },
  unreachable: {
    zh: "系统无法接通，转办已列入待办",
    en: "its system cannot be reached; the question is on its worklist",
  },
  superseded: { zh: "已改由他处办理，不再等候", en: "the case went another way; nobody waits for it" },
  second: {
    zh: "之后又来过不同答复，留存，不作数",
    en: "a different answer came afterwards; it is kept and does not count",
  },
} satisfies Record<string, Text>;

const outcomes = {
  agree: { zh: "同意", en: "agreed" },
  refuse: { zh: "不同意", en: "refused" },
} satisfies Record<"agree" | "refuse", Text>;

const standings = {
  "in-time": { zh: "", en: "" },
  late: { zh: "，超过该部门时限", en: ", after its own limit" },
  "after-close": { zh: "，来时已无人等候", en: ", when nobody waited any more" },
} satisfies Record<"in-time" | "late" | "after-close", Text>;

type Referral = ShownCase["referrals"][number];

const Answer = ({ asked, language }: { readonly asked: Referral; readonly language: Language }) => {
  if (asked.superseded) return <>{words.superseded[language]}</>;
  if (asked.answer === null) {
    if (asked.undelivered) return <>{words.unreachable[language]}</>;
    return <>{words[asked.acknowledgedAt === null ? "waiting" : "seen"][language]}</>;
  }
  const { outcome, standing, at, reasons } = asked.answer;
  return (
    <>
      <ShownMoment at={at} language={language} />
      {language === "zh" ? "：" : ": "}
      {outcomes[outcome][language]}
      {standings[standing][language]}
      {reasons.map(({ text }) => (
        <p>{text[language]}</p>
      ))}
      {asked.secondAnswers > 0 && <p>{words.second[language]}</p>}
    </>
  );
};

/** Every department that was asked, round by round, and what it said. */
export const Asked = ({ seen, language }: { readonly seen: ShownCase; readonly language: Language }) =>
  seen.referrals.length > 0 && (
    <>
      <h3>{words.heading[language]}</h3>
      <Table
        caption={words.heading[language]}
        columns={[words.department, words.asked, words.by, words.answer].map((text) => text[language])}
        rows={seen.referrals.map((asked) => [
          asked.department.name[language],
          <ShownMoment at={asked.openedAt} language={language} />,
          <ShownDay day={asked.term.lastDay} language={language} />,
          <Answer asked={asked} language={language} />,
        ])}
      />
    </>
  );
