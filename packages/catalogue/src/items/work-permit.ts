import { Item } from "@window/domain/item/item.ts";
import { basis } from "../part/basis.ts";
import { agentContact, agentFields, applicantContact, contactFields } from "../part/contact-fields.ts";
import { employerFields } from "../part/employment-fields.ts";
import { choice, date, integer, text } from "../part/fields.ts";
import { foreignerFields } from "../part/foreigner-fields.ts";
import { sourced } from "../part/limits.ts";
import { extraPaper, paper, selfMade } from "../part/paper.ts";
import { conditionsNotMet, notGenuine, reason } from "../part/reasons.ts";
import { objections } from "../part/remedies.ts";
import { agency, ask } from "../part/ways.ts";

const GUIDE = "外专发〔2017〕36号 外国人来华工作许可服务指南";
const guide = basis(
  "official",
  { zh: "外国人来华工作许可服务指南（暂行）", en: "Guide to work permits for foreigners (provisional)" },
  "外专发〔2017〕36号",
  {
    zh: "自2024年12月1日起许可信息加载到社会保障卡（人社厅发〔2024〕75号）。",
    en: "Since 1 December 2024 the permit stands on the social security card (人社厅发〔2024〕75号).",
  },
);

const post = [
  choice("stay", { zh: "拟在华工作时间", en: "Length of work in China" }, [
    ["over-90", "90日以上", "More than 90 days"],
    ["up-to-90", "90日以下（含）", "90 days or less"],
  ]),
  choice("category", { zh: "类别", en: "Category" }, [
    ["a", "A类（高端人才）", "A (high-end)"],
    ["b", "B类（专业人才）", "B (professional)"],
    ["c", "C类（其他人员）", "C (others)"],
  ]),
  ...employerFields(),
  text("position", { zh: "工作岗位", en: "Position" }),
  text("work-address", { zh: "工作地点", en: "Place of work" }, { maxLength: 200 }),
  date("work-from", { zh: "拟开始工作日期", en: "Work from" }),
  date("work-until", { zh: "拟结束工作日期", en: "Work until" }, { notBefore: "work-from" }),
  integer(
    "monthly-pay",
    { zh: "月薪（元，取整）", en: "Monthly pay (yuan, whole number)" },
    { min: 1, max: 100_000_000 },
  ),
];

const review = (id: string, days: number) =>
  ask(id, "dept_human-resources", days, {
    zh: "申请人和用人单位是否符合外国人来华工作许可条件？",
    en: "Do foreigner and employer meet the conditions of a work permit?",
  });

const limits = (days: number, extension: object | null) => ({
  legal: sourced(days, "working-day", GUIDE),
  extension,
  promised: sourced(days, "working-day", GUIDE),
  former: null,
});

const rule = (id: string, stay: string, zh: string, en: string) => ({
  id,
  from: "2026-01-01",
  when: { answers: [{ field: "stay", in: [stay] }] },
  way: id,
  because: { zh, en },
  basis: guide,
});

/** 外国人来华工作许可: the employer applies. After it the foreigner enters, on nobody's clock, and applies for residence. */
export const workPermit = Item.parse({
  id: "item_work-permit",
  version: 1,
  name: { zh: "外国人来华工作许可", en: "Work permit for a foreigner" },
  summary: {
    zh: "由用人单位为拟聘用的外国人申请。许可后，外国人持工作许可通知入境，再由本人申请工作类居留许可；入境前的时间不计入任何办理时限。",
    en: "The employer applies for a foreigner it wants to employ. With the notice of permission the foreigner enters, and applies for residence in person; the time until entry runs on nobody's clock.",
  },
  nature: "permit",
  applicant: "employer",
  basis: [guide],
  facts: { class: "category", employer: "employer-credit-code" },
  fields: [...foreignerFields, ...contactFields(), ...post, ...agentFields],
  contacts: [applicantContact, agentContact],
  materials: [
    selfMade(
      "application-form",
      { zh: "外国人来华工作许可申请表", en: "Application form" },
      { zh: "申请人签字，用人单位盖章。", en: "Signed by the foreigner, sealed by the employer." },
    ),
    paper(
      "passport-copy",
      { zh: "护照资料页", en: "Data page of the passport" },
      { zh: "彩色扫描；无需翻译。", en: "Scanned in colour; no translation needed." },
    ),
    paper(
      "contract",
      { zh: "聘用合同", en: "Contract" },
      {
        zh: "须含工作地点、内容、薪酬、期限、职位和盖章页；外文附加盖单位公章的中文译本。",
        en: "With place, work, pay, term, post and seal; foreign-language papers with a Chinese translation under the employer's seal.",
      },
    ),
    paper(
      "qualification",
      { zh: "学历、职业资格或工作资历证明", en: "Degree, qualification or experience" },
      { zh: "原件彩色扫描，附中文译本。", en: "Originals scanned in colour, with a Chinese translation." },
    ),
    paper(
      "no-criminal-record",
      { zh: "无犯罪记录证明", en: "Certificate of no criminal record" },
      { zh: "按规定认证；附中文译本。", en: "Authenticated as required, with a Chinese translation." },
    ),
    extraPaper(
      "health-certificate",
      { zh: "体检证明", en: "Health certificate" },
      { zh: "六个月内；入境后补交亦可。", en: "Not older than six months; may follow after entry." },
    ),
  ],
  kinds: [
    rule(
      "long-stay",
      "over-90",
      "在华工作90日以上的许可由主管部门审批，窗口全程代办。",
      "A permit for more than 90 days is decided by the competent department; the window sees it through.",
    ),
    rule(
      "short-stay",
      "up-to-90",
      "在华工作90日以下的许可由主管部门简化审批，窗口全程代办。",
      "A permit for 90 days or less is decided by the competent department in a shorter procedure.",
    ),
  ],
  powers: [],
  ways: [
    agency(
      "long-stay",
      { zh: "90日以上", en: "More than 90 days" },
      [[review("long-review", 15)]],
      limits(20, sourced(10, "working-day", GUIDE)),
    ),
    agency(
      "short-stay",
      { zh: "90日以下", en: "90 days or less" },
      [[review("short-review", 4)]],
      limits(5, null),
    ),
  ],
  sequel: {
    item: "item_residence-permit",
    awaits: "entry",
    text: {
      zh: "等待入境：请外国人持工作许可通知办理签证并入境，入境后三十日内本人申请居留许可。此期间不计入办理时限。",
      en: "Awaiting entry: with the notice the foreigner gets a visa and enters, and applies for residence in person within thirty days of entry. This time runs on nobody's clock.",
    },
  },
  reasons: [
    conditionsNotMet,
    reason("quota-exhausted", "该类别数量限额已满。", "The quota of this category is used up."),
    reason("employer-not-qualified", "用人单位不具备聘用资格。", "The employer may not employ foreigners."),
    notGenuine,
  ],
  result: {
    name: { zh: "外国人工作许可通知", en: "Notice of permission to work" },
    validity: null,
    holder: "full-name",
  },
  remedies: objections,
});
