import type { DepartmentId } from "../place/department.ts";
import type { Text } from "../text.ts";
import type { ExplainedDay, Explanation } from "./explain.ts";
import type { Mover } from "./mover.ts";
import type { Party } from "./party.ts";

/** What a department is called; the domain knows only its id. */
export type Naming = (department: DepartmentId) => Text;

const parties = {
  applicant: { zh: "申请人", en: "the applicant" },
  employer: { zh: "用人单位", en: "the employer" },
  window: { zh: "窗口", en: "the window" },
  nobody: { zh: "无人", en: "nobody" },
} satisfies Record<Exclude<Party["of"], "department">, Text>;

export const partyText = (party: Party, named: Naming): Text =>
  party.of === "department" ? named(party.department) : parties[party.of];

const reasons = {
  weekday: { zh: "工作日", en: "a working day" },
  weekend: { zh: "周末", en: "a weekend" },
  holiday: { zh: "节假日", en: "a public holiday" },
  "make-up-day": { zh: "调休上班", en: "a make-up working day" },
  "unpublished-weekday": {
    zh: "预计为工作日（该年放假安排未公布）",
    en: "expected to be a working day (that year's notice is not out)",
  },
  "unpublished-weekend": {
    zh: "预计为周末（该年放假安排未公布）",
    en: "expected to be a weekend (that year's notice is not out)",
  },
  "start-day": { zh: "开始当日不计入", en: "the start day, which is not counted" },
  "calendar-day": { zh: "自然日", en: "a calendar day" },
  "rolled-to": { zh: "最后一日遇休息日，顺延至此", en: "where the end moved from a day off" },
  "before-acceptance": { zh: "受理之前，尚未计时", en: "before acceptance, when no time runs" },
} satisfies Record<ExplainedDay["reason"]["code"], Text>;

/** One day in words: what was done with it, by which document, and whose it was. */
export const dayText = ({ day, counted, reason, party, provisional }: ExplainedDay, named: Naming): Text => {
  const why = reasons[reason.code];
  const whose = party === null ? undefined : partyText(party, named);
  const basis = reason.document === null ? "" : `（${reason.document}）`;
  const expected = provisional ? { zh: "预计", en: "expected: " } : { zh: "", en: "" };
  return {
    zh: `${day}：${expected.zh}${counted ? "计入" : "不计入"}，${why.zh}${basis}${whose === undefined ? "" : `，时间在${whose.zh}`}。`,
    en: `${day}: ${expected.en}${counted ? "counted" : "not counted"}, ${why.en}${reason.document === null ? "" : ` (${reason.document})`}${whose === undefined ? "" : `; time of ${whose.en}`}.`,
  };
};

export const moverText = (mover: Mover): Text => {
  switch (mover.code) {
    case "unpublished-year":
      return {
        zh: `${mover.year}年放假安排公布后，日期可能变动，现为预计。`,
        en: `The notice of ${mover.year} is not out: the date is expected (预计) and may move when it is.`,
      };
    case "newer-calendar":
      return {
        zh: `日期按较早版本的日历计算，现行版本为${mover.version}。`,
        en: `The date was set with an earlier calendar; ${mover.version} is in force.`,
      };
    case "extension":
      return {
        zh: `经本机关负责人批准并说明理由，可延长${mover.count}个工作日（${mover.document}）。`,
        en: `With a reason and the approval of the head of the organ it may be extended by ${mover.count} working days (${mover.document}).`,
      };
    case "special-procedure":
      return {
        zh: `听证、检验、鉴定、专家评审等所需时间不计算在内（${mover.document}）。`,
        en: `The time of a hearing, inspection or expert review does not count (${mover.document}).`,
      };
  }
};

/** The whole in one sentence: how many days have gone by, and whose they were. */
export const summaryText = ({ total, parties: sums, term }: Explanation, named: Naming): Text => {
  const part = (language: "zh" | "en") =>
    sums
      .map(({ party, days }) => `${partyText(party, named)[language]} ${days}`)
      .join(language === "zh" ? "、" : ", ");
  const date = {
    zh: term === null ? "没有规定期限" : `${term.provisional ? "预计" : ""}最后一日${term.lastDay}`,
    en:
      term === null
        ? "no limit is set"
        : `${term.provisional ? "expected (预计) " : ""}last day ${term.lastDay}`,
  };
  const whose = total === 0 ? { zh: "", en: "" } : { zh: `（${part("zh")}）`, en: ` (${part("en")})` };
  return {
    zh: `已计${total}日${whose.zh}；${date.zh}。`,
    en: `${total} days have counted${whose.en}; ${date.en}.`,
  };
};
