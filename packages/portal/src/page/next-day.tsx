import type { Language, Text } from "@window/domain/text.ts";
import type { Change, Move, Overview } from "../stage.ts";
import { nextDayAddress } from "./address.ts";
import { ShownDay } from "./moment.tsx";

const words = {
  heading: { zh: "演示的日期", en: "The day of the demonstration" },
  today: { zh: "演示里今天是", en: "In the demonstration it is" },
  about: {
    zh: "时限按工作日走。按一下，演示的时钟就走到下一个工作日开门的时候：到期的会超时，有的部门会答复。只影响本机，走过去不能退回。",
    en: "Limits run in working days. One press moves the clock of the demonstration to the opening of the next working day: what is due becomes late, and some departments answer. It concerns this machine alone, and there is no way back.",
  },
  move: { zh: "转到下一个工作日", en: "Move to the next working day" },
  changed: { zh: "刚才发生了什么", en: "What has changed" },
  nothing: { zh: "没有办件发生变化。", en: "No case changed." },
} satisfies Record<string, Text>;

const changes = {
  overdue: { zh: "超过承诺时限", en: "is past its promised limit" },
  warned: { zh: "即将到期，已预警", en: "is about to end; those responsible were warned" },
  granted: { zh: "已同意", en: "was granted" },
  refused: { zh: "不予同意", en: "was refused" },
  accepted: {
    zh: "本人已到场，受理并开始计时",
    en: "was accepted, because the applicant came; its clock runs",
  },
  "other-turn": { zh: "轮到下一个办理", en: "is with somebody else now" },
} satisfies Record<Change, Text>;

const Moved = ({ move, language }: { readonly move: Move; readonly language: Language }) => (
  <div class="notice plain" role="status">
    <h3>{words.changed[language]}</h3>
    <p>
      <ShownDay day={move.from} language={language} /> → <ShownDay day={move.to} language={language} />
    </p>
    {move.changes.length === 0 ? (
      <p>{words.nothing[language]}</p>
    ) : (
      <ul>
        {move.changes.map(({ number, itemName, what }) => (
          <li>
            {itemName[language]} {number}
            {language === "zh" ? "：" : " "}
            <strong>{changes[what][language]}</strong>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** Where the clock of the demonstration stands, what its last move changed, and the button that moves it on. */
export const NextDay = ({
  overview,
  language,
}: {
  readonly overview: Overview;
  readonly language: Language;
}) => (
  <>
    <h2 id="day">{words.heading[language]}</h2>
    {overview.move && <Moved move={overview.move} language={language} />}
    <form method="post" action={nextDayAddress(language)}>
      <p>
        {words.today[language]}{" "}
        <strong>
          <ShownDay day={overview.day} language={language} />
        </strong>
        {language === "zh" ? "。" : "."}
      </p>
      <p>{words.about[language]}</p>
      <input type="hidden" name="after" value={overview.day} />
      <button type="submit">{words.move[language]}</button>
    </form>
  </>
);
