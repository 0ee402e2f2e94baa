import type { Offer } from "@window/domain/edition/offer.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { DemonstrationPerson } from "../deps.ts";
import type { Door, Overview } from "../stage.ts";
import { Doors } from "./doors.tsx";
import { Late } from "./late.tsx";
import { NextDay } from "./next-day.tsx";
import { Notice } from "./notice.tsx";

const words = {
  making: { zh: "正在准备演示办件", en: "The prepared cases are being made" },
  soon: {
    zh: "申请、转办、答复都由真实的程序在过去的日期里走一遍，需要几秒钟。请稍后刷新本页。",
    en: "Applications, referrals and answers go through the real program, on days of the past. It takes a few seconds; then reload this page.",
  },
  failed: { zh: "演示办件没有准备好", en: "The prepared cases could not be made" },
  again: {
    zh: "窗口本身可以使用。删除数据目录后重新启动，可以再试一次。",
    en: "The window itself works. Remove the data folder and start again to try once more.",
  },
  absent: { zh: "这个数据目录里没有演示办件", en: "This data folder has no prepared cases" },
  newFolder: {
    zh: "演示办件只在新的数据目录里准备，因为它们发生在过去。",
    en: "They are made in a new folder only, because they happen in the past.",
  },
} satisfies Record<string, Text>;

const said = {
  making: { heading: words.making, says: [words.soon] },
  failed: { heading: words.failed, says: [words.again] },
  absent: { heading: words.absent, says: [words.newFolder] },
} as const;

export interface Staged {
  readonly overview: Overview;
  readonly doors: readonly Door[];
  readonly people: readonly DemonstrationPerson[];
  readonly offer: Offer;
  readonly language: Language;
}

/** What a newcomer is shown first: who is late and why, the day, and the doors. */
export const StagedPart = (staged: Staged) => {
  const { overview, language } = staged;
  if (overview.state !== "made") return <Notice tone="plain" {...said[overview.state]} language={language} />;
  return (
    <>
      <Late {...staged} />
      <NextDay overview={overview} language={language} />
      <Doors {...staged} />
    </>
  );
};
