import type { Language } from "@window/domain/text.ts";

const locale = { zh: "zh-CN", en: "en-GB" } as const satisfies Record<Language, string>;

/** A moment (ISO 8601) as the clock of the window shows it, whatever the zone of process and reader. */
export const ShownMoment = ({ at, language }: { readonly at: string; readonly language: Language }) => {
  const format = new Intl.DateTimeFormat(locale[language], {
    timeZone: "Asia/Shanghai",
    dateStyle: "long",
    timeStyle: "short",
    hourCycle: "h23",
  });
  return (
    <time datetime={at}>
      {format.format(new Date(at))}
      {language === "zh" ? "（北京时间）" : " (Beijing time)"}
    </time>
  );
};

/** The day of a moment, in words, without its year. */
export const saidDay = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], {
    timeZone: "Asia/Shanghai",
    month: "long",
    day: "numeric",
  }).format(new Date(at));

/** A calendar day, `YYYY-MM-DD`. */
export const ShownDay = ({ day, language }: { readonly day: string; readonly language: Language }) => {
  const format = new Intl.DateTimeFormat(locale[language], { timeZone: "UTC", dateStyle: "long" });
  return <time datetime={day}>{format.format(new Date(`${day}T00:00:00Z`))}</time>;
};
