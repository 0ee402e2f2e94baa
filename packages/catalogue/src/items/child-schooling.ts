import { Item } from "@window/domain/item/item.ts";
import { basis, launchReport } from "../part/basis.ts";
import { applicantContact } from "../part/contact-fields.ts";
import { employerFields, talentClass } from "../part/employment-fields.ts";
import { choice, date, text } from "../part/fields.ts";
import { example } from "../part/limits.ts";
import { extraPaper, paper } from "../part/paper.ts";
import { identityCopy, labourContract } from "../part/papers.ts";
import { personFields } from "../part/person-fields.ts";
import { conditionsNotMet, notGenuine, reason } from "../part/reasons.ts";
import { objections } from "../part/remedies.ts";
import { schoolSeasons } from "../part/school-seasons.ts";
import { agency, ask, deliberation } from "../part/ways.ts";

const rules = basis(
  "official",
  { zh: "引进人才子女入学规定", en: "Rules on schooling for children of recruited talent" },
  "琼教基〔2018〕29号",
  {
    zh: "A、B类人才子女入学一事一议。",
    en: "For children of classes A and B it is deliberated case by case.",
  },
);

const child = [
  text("child-name", { zh: "子女姓名", en: "Name of the child" }),
  date(
    "child-born-on",
    { zh: "子女出生日期", en: "Child born on" },
    {
      hint: {
        zh: "不满十四周岁的，须由监护人在下方单独同意。",
        en: "For a child under fourteen a guardian has to consent below.",
      },
    },
  ),
  choice(
    "stage",
    { zh: "申请学段", en: "School applied for" },
    [
      ["kindergarten", "幼儿园", "Kindergarten"],
      ["primary", "小学", "Primary school"],
      ["junior", "初中", "Junior secondary school"],
      ["senior", "高中", "Senior secondary school"],
    ],
    { privacy: "personal" },
  ),
  choice("school-place", { zh: "申请入学地", en: "Where" }, [
    ["haikou", "海口市", "Haikou"],
    ["sanya", "三亚市", "Sanya"],
  ]),
  choice(
    "guardian-consent",
    {
      zh: "监护人单独同意（子女不满十四周岁的必须选择）",
      en: "Separate consent of a guardian (needed for a child under fourteen)",
    },
    [
      ["given", "我是该子女的监护人，单独同意", "I am a guardian of the child and consent separately"],
      ["not-given", "不同意", "I do not consent"],
    ],
    {
      required: false,
      hint: {
        zh: "（示例文本）子女的姓名、出生日期、学段和住址仅用于审核入学资格和安排学校，由人才部门和教育部门使用，加密保存；不同意的，不能在此办理子女入学。",
        en: "(Example text) Name, date of birth, school and address of the child serve to check that the child qualifies and to find a school, are used by the talent and education offices, and are kept encrypted; without consent schooling cannot be applied for here.",
      },
    },
  ),
  text("home-address", { zh: "在琼住址", en: "Address in Hainan" }, { maxLength: 200 }),
];

const qualification = ask("school-qualification", "dept_talent-office", 5, {
  zh: "申请人的人才身份和资格是否符合子女入学条件？",
  en: "Do class and standing of the applicant qualify the child?",
});
const educationReview = ask("school-review", "dept_education-office", 5, {
  zh: "子女年龄、学段和住址是否符合入学条件？",
  en: "Do age, school and address of the child fit?",
});
const placing = ask("school-placing", "dept_education-office", 10, {
  zh: "请安排学校并反馈。",
  en: "Please find a school and say which.",
});

/** 子女入学: applied for in a season only; answered by its day. Classes A and B are deliberated by the rule itself. */
export const childSchooling = Item.parse({
  id: "item_child-schooling",
  version: 1,
  name: { zh: "引进人才子女入学", en: "Schooling for children of recruited talent" },
  summary: {
    zh: "只在各地公布的受理时间内申请，由人才部门和教育部门联合审核资格，再安排学校。A、B类人才子女入学一事一议。标“示例”的受理时间不是真实公告。",
    en: "Taken only in the season each place announces. Talent and education offices review together, then a school is found. For classes A and B it is deliberated. Seasons marked as examples are no real announcement.",
  },
  nature: "service",
  applicant: "person",
  basis: [rules, launchReport()],
  facts: { class: "talent-class", employer: "employer-credit-code", place: "school-place" },
  guarded: [
    {
      bornOn: "child-born-on",
      about: ["child-name", "stage", "home-address"],
      consent: "guardian-consent",
    },
  ],
  fields: [...personFields, talentClass, ...employerFields(), ...child],
  contacts: [applicantContact],
  materials: [
    identityCopy,
    labourContract,
    paper(
      "recognition-certificate",
      { zh: "人才认定证书", en: "Talent certificate" },
      { zh: "须在有效期内。", en: "In its validity." },
    ),
    paper(
      "birth-certificate",
      { zh: "出生医学证明或户口簿", en: "Birth certificate or household register" },
      { zh: "证明亲子关系。", en: "Shows that the child is yours." },
    ),
    extraPaper(
      "school-record",
      { zh: "学籍证明", en: "School record" },
      { zh: "转学的须提交。", en: "Needed for a transfer." },
    ),
  ],
  kinds: [
    {
      id: "classes-a-b",
      from: "2026-01-01",
      when: { answers: [{ field: "talent-class", in: ["a", "b"] }] },
      way: "case-by-case",
      because: {
        zh: "A、B类人才子女入学按规定一事一议。",
        en: "For children of classes A and B the rule itself says: case by case.",
      },
      basis: rules,
    },
    {
      id: "other-classes",
      from: "2026-01-01",
      when: { answers: [{ field: "talent-class", in: ["c", "d", "e"] }] },
      way: "joint-review",
      because: {
        zh: "由人才部门和教育部门联合审核后安排学校，窗口全程代办。",
        en: "Talent and education offices review together and a school is found; the window sees it through.",
      },
      basis: rules,
    },
  ],
  powers: [],
  seasons: schoolSeasons,
  ways: [
    deliberation("case-by-case", { zh: "一事一议", en: "Case by case" }, [[qualification], [placing]]),
    agency(
      "joint-review",
      { zh: "联合审核", en: "Joint review" },
      [[qualification, educationReview], [placing]],
      { legal: null, extension: null, promised: null, former: null },
    ),
  ],
  reasons: [
    conditionsNotMet,
    reason("no-place", "申请学段暂无学位。", "There is no place at the school applied for."),
    reason("age-not-fitting", "子女年龄不符合申请学段。", "The child's age does not fit the school."),
    notGenuine,
  ],
  result: {
    name: { zh: "入学安排通知", en: "Notice of the school found" },
    validity: example(12, "month"),
    holder: "full-name",
  },
  remedies: objections,
});
