import type { Progress } from "@window/contract/wire/case.ts";
import type { Language, Text } from "@window/domain/text.ts";
import { Example } from "./limit.tsx";
import { ShownDay, ShownMoment } from "./moment.tsx";
import { Stages } from "./stages.tsx";
import { turnOf } from "./turn.tsx";

const words = {
  number: { zh: "办件编号", en: "Case number" },
  received: { zh: "收件时间", en: "Received" },
  due: { zh: "承诺办结日", en: "Promised by" },
  provisional: { zh: "预计", en: "expected" },
  moves: {
    zh: "该年度的工作日历尚未公布，日期可能调整。",
    en: "The working-day calendar of that year is not published yet, so the date may move.",
  },
  turn: { zh: "现在由谁办理", en: "Whose turn it is" },
  overdue: { zh: "超过承诺时限", en: "Past its promised limit" },
  since: { zh: "自 ", en: "since " },
  together: { zh: "一并申请的事项", en: "Applied for together" },
  decision: { zh: "决定", en: "Decision" },
  granted: { zh: "同意", en: "granted" },
  refused: { zh: "不予同意", en: "refused" },
} satisfies Record<string, Text>;

type Shown = { readonly progress: Progress; readonly language: Language };

const Due = ({ progress: { promised }, language }: Shown) =>
  promised && (
    <>
      <dt>{words.due[language]}</dt>
      <dd>
        <ShownDay day={promised.lastDay} language={language} />{" "}
        {promised.provisional && <span class="mark">{words.provisional[language]}</span>}{" "}
        {promised.example && <Example language={language} />}
        {promised.provisional && <p class="hint">{words.moves[language]}</p>}
      </dd>
    </>
  );

const standings = {
  waiting: { zh: "待前一事项决定", en: "waits for an earlier item" },
  running: { zh: "办理中", en: "under way" },
  granted: words.granted,
  refused: words.refused,
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  lapsed: { zh: "前一事项未获同意，未办理", en: "not begun: an earlier item was not granted" },
} satisfies Record<Progress["together"][number]["standing"], Text>;

/** What was applied for together, each item with how it stands. */
const Together = ({ progress: { together }, language }: Shown) =>
  together.length > 0 && (
    <>
      <dt>{words.together[language]}</dt>
      <dd>
        <ul>
          {together.map(({ number, itemName, standing }) => (
            <li>
              {itemName[language]}
              {language === "zh" ? "：" : ": "}
              {standings[standing][language]} ({number})
            </li>
          ))}
        </ul>
      </dd>
    </>
  );

/** How far a case is. */
export const ShownProgress = ({ progress, language }: Shown) => (
  <section class="notice plain" role="status">
    <h2>{progress.itemName[language]}</h2>
    <Stages phase={progress.phase} language={language} />
    <dl>
      <dt>{words.number[language]}</dt>
      <dd>{progress.number}</dd>
      <dt>{words.received[language]}</dt>
      <dd>
        <ShownMoment at={progress.receivedAt} language={language} />
      </dd>
      <Due progress={progress} language={language} />
      <dt>{words.turn[language]}</dt>
      <dd>{turnOf(progress.turn, language)}</dd>
      {progress.overdueAt !== null && (
        <>
          <dt>{words.overdue[language]}</dt>
          <dd>
            {words.since[language]}
            <ShownMoment at={progress.overdueAt} language={language} />
          </dd>
        </>
      )}
      {progress.decision !== null && (
        <>
          <dt>{words.decision[language]}</dt>
          <dd>{words[progress.decision][language]}</dd>
        </>
      )}
      <Together progress={progress} language={language} />
    </dl>
  </section>
);
