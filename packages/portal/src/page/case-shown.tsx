import type { Language, Text } from "@window/domain/text.ts";
import type { ShownCase } from "../stage.ts";
import { Asked } from "./asked-shown.tsx";
import { Decided } from "./decision-shown.tsx";
import { Kind } from "./kind.tsx";
import { Example } from "./limit.tsx";
import { ShownDay, ShownMoment } from "./moment.tsx";
import { Stages } from "./stages.tsx";
import { turnOf } from "./turn.tsx";
import { Checked } from "./verifications-shown.tsx";
import { whyLate } from "./why-late.ts";

const words = {
  number: { zh: "办件编号", en: "Case number" },
  kind: { zh: "办理类型", en: "Kind" },
  received: { zh: "收件时间", en: "Received" },
  promised: { zh: "承诺办结日", en: "Promised by" },
  legal: { zh: "法定期限", en: "Limit by law" },
  none: { zh: "没有承诺时限", en: "no limit is promised" },
  signing: {
    zh: "窗口已当场答复：请签承诺书，签完即办结",
    en: "answered on the spot: with the last signature on the commitment it is granted",
  },
  waits: {
    zh: "前一事项决定后开始计时",
    en: "counted from the decision of the item before it",
  },
  over: { zh: "不再计时", en: "nothing is counted any more" },
  notYet: { zh: "到场受理后开始计时", en: "counted from when the applicant has come" },
  provisional: { zh: "预计", en: "expected" },
  overdue: { zh: "超过承诺时限", en: "Past its promised limit" },
  since: { zh: "自 ", en: "since " },
  turn: { zh: "现在轮到谁", en: "Whose turn it is" },
  changed: { zh: "办理类型已改变，原为：", en: "Its kind was changed; before, it was " },
} satisfies Record<string, Text>;

type Shown = { readonly seen: ShownCase; readonly language: Language };
type Term = NonNullable<ShownCase["promised"]>;

const ShownTerm = ({ term, language }: { readonly term: Term; readonly language: Language }) => (
  <>
    <ShownDay day={term.lastDay} language={language} />{" "}
    {term.provisional && <span class="mark">{words.provisional[language]}</span>}{" "}
    {term.example && <Example language={language} />}
  </>
);

/** Why nothing is promised: a delegated case whose answer was given waits for signatures alone. */
const without = ({ phase, kind, turn }: ShownCase): "waits" | "notYet" | "over" | "signing" | "none" => {
  if (turn.of === "earlier-case") return "waits";
  if (phase === "received") return "notYet";
  if (phase === "withdrawn" || phase === "lapsed") return "over";
  return kind === "delegated" ? "signing" : "none";
};

const Promised = ({ seen, language }: Shown) => (
  <>
    <dt>{words.promised[language]}</dt>
    <dd>
      {seen.promised === null ? (
        words[without(seen)][language]
      ) : (
        <ShownTerm term={seen.promised} language={language} />
      )}
    </dd>
    {seen.legal && (
      <>
        <dt>{words.legal[language]}</dt>
        <dd>
          <ShownTerm term={seen.legal} language={language} />
        </dd>
      </>
    )}
  </>
);

const Overdue = ({ seen, language }: Shown) =>
  seen.overdueAt !== null && (
    <>
      <dt>{words.overdue[language]}</dt>
      <dd>
        <strong class="late">
          {words.since[language]}
          <ShownMoment at={seen.overdueAt} language={language} />
        </strong>
        <ul class="bare">
          {whyLate(seen).map((text) => (
            <li>{text[language]}</li>
          ))}
        </ul>
      </dd>
    </>
  );

const Turn = ({ seen, language }: Shown) => (
  <>
    <dt>{words.turn[language]}</dt>
    <dd>
      <strong>{turnOf(seen.turn, language)}</strong>
      {seen.sequel !== null && seen.sequel.case === null && <p>{seen.sequel.text[language]}</p>}
    </dd>
  </>
);

/** A case with its dates, whose turn it is, who was asked and what came of it. */
export const CaseShown = ({ seen, language }: Shown) => (
  <section>
    <h2>
      {seen.itemName[language]} <Example language={language} />
    </h2>
    <Stages phase={seen.phase} language={language} />
    <dl>
      <dt>{words.number[language]}</dt>
      <dd>{seen.number}</dd>
      <dt>{words.kind[language]}</dt>
      <dd>
        <Kind kind={seen.kind} language={language} /> {seen.because[language]}
        {seen.changed && (
          <p>
            {words.changed[language]}
            <Kind kind={seen.changed.from} language={language} />
          </p>
        )}
      </dd>
      <dt>{words.received[language]}</dt>
      <dd>
        <ShownMoment at={seen.receivedAt} language={language} />
      </dd>
      <Promised seen={seen} language={language} />
      <Turn seen={seen} language={language} />
      <Overdue seen={seen} language={language} />
    </dl>
    <Asked seen={seen} language={language} />
    <Checked verifications={seen.verifications} language={language} />
    <Decided seen={seen} language={language} />
  </section>
);
