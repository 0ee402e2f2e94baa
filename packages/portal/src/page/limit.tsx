import type { Limit, LimitUnit } from "@window/domain/calendar/limit.ts";
import type { Language } from "@window/domain/text.ts";

const counted = {
  "working-day": { zh: "个工作日", en: ["working day", "working days"] },
  "calendar-day": { zh: "个自然日", en: ["calendar day", "calendar days"] },
  month: { zh: "个月", en: ["month", "months"] },
  hour: { zh: "小时", en: ["hour", "hours"] },
  minute: { zh: "分钟", en: ["minute", "minutes"] },
} as const satisfies Record<LimitUnit, { zh: string; en: readonly [string, string] }>;

const spoken = ({ count, unit }: Limit, language: Language): string => {
  // A limit of zero working days is 即办.
  if (count === 0) return language === "zh" ? "即办（当日）" : "the same day";
  if (language === "zh") return `${count} ${counted[unit].zh}`;
  return `${count} ${counted[unit].en[count === 1 ? 0 : 1]}`;
};

/** 示例 stands wherever a number without a published source is shown. */
export const Example = ({ language }: { readonly language: Language }) => (
  <span class="mark">{language === "zh" ? "示例" : "example"}</span>
);

/** A limit with its unit and where it comes from. */
export const ShownLimit = ({ limit, language }: { readonly limit: Limit; readonly language: Language }) => (
  <>
    {spoken(limit, language)}{" "}
    {limit.provenance.kind === "example" ? (
      <Example language={language} />
    ) : (
      <span class="soft" lang="zh-Hans-CN">
        {limit.provenance.document}
      </span>
    )}
  </>
);
