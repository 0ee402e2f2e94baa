import type { Language, Text } from "@window/domain/text.ts";
import type { ProgressField } from "../ask-progress.ts";
import { address } from "./address.ts";
import { Legend, tied } from "./entry.tsx";

const words = {
  number: { zh: "办件编号", en: "Case number" },
  numberHint: {
    zh: "三组，每组四个字母或数字；不区分大小写，可以不写连字符。",
    en: "Three groups of four letters or digits; small letters and missing hyphens do not matter.",
  },
  queryCode: { zh: "查询码", en: "Query code" },
  queryCodeHint: {
    zh: "提交申请后与办件编号一同给出，请像钥匙一样保管。",
    en: "Given to you together with the case number; keep it like a key.",
  },
  look: { zh: "查询", en: "Look it up" },
} satisfies Record<string, Text>;

interface Form {
  readonly language: Language;
  /** What was typed before; the query code is never shown again. */
  readonly number?: string;
  readonly wrong?: Partial<Record<ProgressField, Text>>;
}

/** Sent by POST, so that the code stands in no address and no history. */
export const ProgressForm = ({ language, number = "", wrong = {} }: Form) => {
  const numberField = { id: "number", language, label: words.number, hint: words.numberHint };
  const codeField = { id: "query-code", language, label: words.queryCode, hint: words.queryCodeHint };
  return (
    <form method="post" action={address(language, "progress")} novalidate>
      <Legend {...numberField} wrong={wrong.number} />
      <input
        {...tied({ id: "number", wrong: wrong.number })}
        name="number"
        value={number}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Legend {...codeField} wrong={wrong.queryCode} />
      <input
        {...tied({ id: "query-code", wrong: wrong.queryCode })}
        name="queryCode"
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit">{words.look[language]}</button>
    </form>
  );
};
