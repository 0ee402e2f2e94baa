import type { Text } from "../text.ts";

/** A rule of time or procedure that the window keeps: its article in one place, and the test that names it. */
export interface Rule {
  readonly id: string;
  /** Where it stands. `示例` where nothing but the house says so. */
  readonly article: string;
  readonly text: Text;
  /** The sentence of a test that proves it. */
  readonly test: string;
}

const rule = (id: string, article: string, zh: string, en: string, test: string): Rule => ({
  id,
  article,
  text: { zh, en },
  test,
});

/** Rule → article → test; a law holds that each test is there (test/rules/articles.test.ts). */
export const rules: readonly Rule[] = [
  rule(
    "start-day",
    "民法典 第二百零一条",
    "开始的当日不计入。",
    "The day on which a limit begins is not counted.",
    "the start day is not counted, and the last day of the list is the last day of the promise",
  ),
  rule(
    "day-ends-at-midnight",
    "民法典 第二百零三条",
    "期间最后一日的截止时间为二十四时。",
    "The last day ends at 24:00.",
    "an answer on the last day decides in time; the moment after, the decision waits for a public reason",
  ),
  rule(
    "one-reason-for-a-refusal",
    "行政许可法 第三十八条",
    "不予同意必须说明理由。",
    "A refusal names its reasons.",
    "a refusal without a reason, or with one that the item does not know, is not taken",
  ),
  rule(
    "red-card-owes-a-reason",
    "优化营商环境条例 第三十六条",
    "超过时限的，公开说明理由。",
    "Whoever goes over a limit owes the public a reason.",
    "a red card opens a duty of the competent window, which stands on its desk and in the public list",
  ),
  rule(
    "explanation-is-whole",
    "优化营商环境条例 第三十六条",
    "说明须有原因、责任单位和新的日期。",
    "The explanation has a reason, a responsible post and a date to come.",
    "an explanation says why, whose delay, and a date to come; else it is refused and nothing is written",
  ),
  rule(
    "warned-before-the-end",
    "电子监察：到期前一个工作日预警（地方规定），其余示例",
    "到期前一个工作日预警，步骤超期黄牌。",
    "A step is warned one working day before its end, and gets a yellow card when it is over.",
    "a department is warned one working day before its step ends, and gets a yellow card when it is over",
  ),
  rule(
    "zero-never-at-once",
    "示例",
    "零日时限不立即预警。",
    "A limit of zero days never speaks at once.",
    "a limit of zero days never speaks at once",
  ),
  rule(
    "silence-only-by-law",
    "事项所依法律（事项数据 tacit）",
    "依法视为准予的，期满即准予。",
    "Where the law of the item says so, silence is a grant.",
    "where the law of the item says so, silence to the end of the legal limit is a grant",
  ),
  rule(
    "unpublished-year",
    "全国年节及纪念日放假办法；国务院办公厅年度通知",
    "放假安排未公布的年份，日期为预计。",
    "A date in a year whose notice is not out is expected only.",
    "a date in a year whose notice is not out is 预计, and the notice is what would move it",
  ),
];
