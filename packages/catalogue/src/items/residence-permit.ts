import { Item } from "@window/domain/item/item.ts";
import { basis } from "../part/basis.ts";
import { applicantContact, contactFields } from "../part/contact-fields.ts";
import { caseNumber, choice, date, text } from "../part/fields.ts";
import { foreignerFields } from "../part/foreigner-fields.ts";
import { sourced } from "../part/limits.ts";
import { extraPaper, paper } from "../part/paper.ts";
import { conditionsNotMet, identityNotConfirmed, notGenuine } from "../part/reasons.ts";
import { finalRefusal } from "../part/remedies.ts";
import { agency, always, ask } from "../part/ways.ts";

const LAW = "中华人民共和国出境入境管理法";
const law = basis(
  "official",
  { zh: "中华人民共和国出境入境管理法", en: "Exit and Entry Administration Law" },
  "第三十条、第三十六条",
);

const stay = [
  caseNumber(
    "permit-number",
    { zh: "工作许可办件编号", en: "Case number of the work permit" },
    {
      hint: {
        zh: "由用人单位提供；护照号码须与申请工作许可时一致。",
        en: "The employer has it; the passport has to be the one the permit was applied for with.",
      },
    },
  ),
  date("entered-on", { zh: "入境日期", en: "Entered on" }),
  choice("duration", { zh: "申请居留期限", en: "Residence applied for" }, [
    ["under-1-year", "不满一年", "Less than a year"],
    ["year-or-more", "一年以上", "A year or more"],
  ]),
  text("address", { zh: "在琼住址", en: "Address in Hainan" }, { maxLength: 200 }),
  ...contactFields(),
];

const fifteenDays = sourced(15, "calendar-day", LAW, "第三十条");

/** 外国人工作类居留许可: the foreigner applies in person. Fifteen plain days; a refusal is final. */
export const residencePermit = Item.parse({
  id: "item_residence-permit",
  version: 1,
  name: { zh: "外国人工作类居留许可", en: "Residence permit for work" },
  summary: {
    zh: "外国人取得工作许可并入境后三十日内，由本人到窗口申请并留存指纹。自受理之日起十五日内作出决定（自然日）。不予签发的决定为最终决定。",
    en: "Within thirty days of entering on a work permit the foreigner applies in person and gives fingerprints. It is decided within fifteen calendar days of receipt. A refusal is final.",
  },
  nature: "exit-entry",
  applicant: "person",
  inPerson: {
    zh: "须本人到窗口核对证件并留存指纹（出境入境管理法第三十条）；到场后开始计时。",
    en: "You have to come in person to show your passport and give fingerprints (Exit and Entry Administration Law, art. 30). The clock starts when you have come.",
  },
  basis: [
    law,
    basis(
      "official",
      { zh: "中华人民共和国外国人入境出境管理条例", en: "Regulations on entry and exit of foreigners" },
      "第十六条、第十八条",
    ),
  ],
  facts: {},
  fields: [...foreignerFields, ...stay],
  contacts: [applicantContact],
  materials: [
    paper(
      "passport-copy",
      { zh: "护照资料页和入境签证页", en: "Passport: data page and visa of entry" },
      { zh: "彩色扫描；到场时交验原件。", en: "Scanned in colour; bring the original." },
    ),
    paper(
      "photo",
      { zh: "符合规定的照片", en: "Photograph as required" },
      { zh: "近期正面免冠彩色照。", en: "Recent, in colour, from the front." },
    ),
    {
      ...extraPaper(
        "health-certificate",
        { zh: "健康证明", en: "Health certificate" },
        {
          zh: "申请一年以上居留的须提交，六个月内有效。",
          en: "Needed for a year or more; not older than six months.",
        },
      ),
      reusableDays: 180,
    },
  ],
  kinds: [
    always(
      "police",
      {
        zh: "居留许可由公安出入境管理部门决定，窗口代办。",
        en: "Exit and entry administration decides on residence; the window sees it through.",
      },
      law,
    ),
  ],
  powers: [],
  ways: [
    agency(
      "police",
      { zh: "代办", en: "Agency" },
      [
        [
          {
            ...ask("residence-decision", "dept_exit-entry", 10, {
              zh: "是否签发工作类居留许可？",
              en: "Is a residence permit for work to be issued?",
            }),
            limit: fifteenDays,
          },
        ],
      ],
      { legal: fifteenDays, extension: null, promised: fifteenDays, former: null },
    ),
  ],
  precedent: {
    item: "item_work-permit",
    number: "permit-number",
    same: [{ here: "passport", there: "passport" }],
  },
  reasons: [conditionsNotMet, identityNotConfirmed, notGenuine],
  result: {
    name: { zh: "外国人居留许可（工作）", en: "Residence permit (work)" },
    validity: null,
    holder: "full-name",
  },
  remedies: finalRefusal,
});
