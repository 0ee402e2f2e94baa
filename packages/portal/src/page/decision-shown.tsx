import type { DecisionBasis } from "@window/domain/case/duty-event.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { ShownCase } from "../stage.ts";
import { ShownDay, ShownMoment } from "./moment.tsx";

const words = {
  heading: { zh: "决定", en: "Decision" },
  granted: { zh: "同意", en: "granted" },
  refused: { zh: "不予同意", en: "refused" },
  late: { zh: "（超过承诺时限）", en: " (after the promised limit)" },
  check: { zh: "承诺事项将在此日前核查：", en: "The commitment is checked by " },
  remedies: { zh: "不服怎么办", en: "What one may do about it" },
} satisfies Record<string, Text>;

const bases = {
  verified: { zh: "，经核验", en: ", as verified" },
  contradicted: { zh: "，核验结果与申请不符", en: ", as what was found contradicts it" },
  committed: { zh: "，凭承诺书", en: ", on commitments" },
  tacit: { zh: "，依法视为准予", en: ", deemed by law" },
} satisfies Record<DecisionBasis, Text>;

/** What was decided, why, and what one may do about it. */
export const Decided = ({ seen, language }: { readonly seen: ShownCase; readonly language: Language }) => {
  const { decision } = seen;
  if (decision === null) return null;
  return (
    <>
      <h3>{words.heading[language]}</h3>
      <p>
        <strong>
          {words[decision.decision][language]}
          {decision.basis && bases[decision.basis][language]}
          {decision.late && words.late[language]}
        </strong>
        {language === "zh" ? "，" : ", "}
        <ShownMoment at={decision.at} language={language} />
      </p>
      {decision.reasons.map(({ text }) => (
        <p>{text[language]}</p>
      ))}
      {decision.checkBy && (
        <p>
          {words.check[language]}
          <ShownDay day={decision.checkBy.lastDay} language={language} />
        </p>
      )}
      {decision.decision === "refused" && (
        <p class="soft">
          {words.remedies[language]}
          {language === "zh" ? "：" : ": "}
          {seen.remedies[language]}
        </p>
      )}
    </>
  );
};
