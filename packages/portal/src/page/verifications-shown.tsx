import type { Verification } from "@window/contract/wire/verification.ts";
import type { Language, Text } from "@window/domain/text.ts";

const words = {
  heading: { zh: "核验", en: "Verified with registers" },
  match: { zh: "一致", en: "agrees" },
  mismatch: { zh: "不一致：", en: "does not agree: " },
  "not-found": { zh: "查无记录", en: "has no such entry" },
  down: {
    zh: "暂时无法接通，尚未核验，将继续尝试",
    en: "cannot be reached; nobody has looked yet, and it is tried again",
  },
} satisfies Record<Verification["outcome"] | "heading", Text>;

interface Shown {
  readonly verifications: readonly Verification[];
  readonly language: Language;
}

/** What the registers said of the answers; a register that is down has said nothing. */
export const Checked = ({ verifications, language }: Shown) =>
  verifications.length > 0 && (
    <>
      <h3>{words.heading[language]}</h3>
      <ul>
        {verifications.map(({ name, outcome, fields }) => (
          <li>
            {name[language]}
            {language === "zh" ? "：" : ": "}
            {words[outcome][language]}
            {fields.map(({ label }) => label[language]).join(language === "zh" ? "、" : ", ")}
          </li>
        ))}
      </ul>
    </>
  );
