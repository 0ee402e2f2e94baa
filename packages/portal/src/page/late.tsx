import { workingDaysBetween } from "@window/domain/calendar/working-days-between.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { Overview, ShownCase } from "../stage.ts";
import { Kind } from "./kind.tsx";
import { Example } from "./limit.tsx";
import { Table } from "./table.tsx";
import { turnOf } from "./turn.tsx";
import { whyLate } from "./why-late.ts";

const words = {
  heading: { zh: "谁超时了，为什么", en: "Who is late, and why" },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Item" },
  kind: { zh: "办理类型", en: "Kind" },
  turn: { zh: "轮到谁", en: "Whose turn" },
  over: { zh: "超时", en: "Over by" },
  why: { zh: "为什么", en: "Why" },
  nobody: { zh: "现在没有办件超时。", en: "No case is late." },
  limit: {
    zh: "超时按工作日计算，以窗口承诺的时限为准；数值为示例。",
    en: "Counted in working days after the day the window promised; the limits are examples.",
  },
} satisfies Record<string, Text>;

const days = (count: number, language: Language): string => {
  if (count === 0) return language === "zh" ? "不足1个工作日" : "less than a working day";
  if (language === "zh") return `${String(count)} 个工作日`;
  return `${String(count)} working ${count === 1 ? "day" : "days"}`;
};

const isLate = ({ overdueAt, phase }: ShownCase): boolean =>
  overdueAt !== null && (phase === "received" || phase === "running");

interface Shown {
  readonly overview: Overview;
  readonly offer: Offer;
  readonly language: Language;
}

const row = ({ overview, offer, language }: Shown, seen: ShownCase) => [
  <>
    {seen.number} <Example language={language} />
  </>,
  seen.itemName[language],
  <Kind kind={seen.kind} language={language} />,
  turnOf(seen.turn, language),
  <strong class="late">
    {days(
      seen.promised === null ? 0 : workingDaysBetween(offer.calendar, seen.promised.lastDay, overview.day),
      language,
    )}
  </strong>,
  <ul class="bare">
    {whyLate(seen).map((text) => (
      <li>{text[language]}</li>
    ))}
  </ul>,
];

/** Every prepared case that is past its promise and not decided. */
export const Late = (shown: Shown) => {
  const { overview, language } = shown;
  const late = overview.cases.filter(({ seen }) => isLate(seen));
  return (
    <>
      <h2 id="late">{words.heading[language]}</h2>
      {late.length === 0 ? (
        <p>{words.nobody[language]}</p>
      ) : (
        <Table
          caption={words.heading[language]}
          columns={[words.number, words.item, words.kind, words.turn, words.over, words.why].map(
            (text) => text[language],
          )}
          rows={late.map(({ seen }) => row(shown, seen))}
        />
      )}
      <p class="soft">{words.limit[language]}</p>
    </>
  );
};
