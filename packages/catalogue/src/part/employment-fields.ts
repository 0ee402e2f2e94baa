import { choice, creditCode, date, text } from "./fields.ts";

const nameOf = (id: string) => text(id, { zh: "用人单位名称", en: "Name of the employer" });
const codeOf = { zh: "用人单位统一社会信用代码", en: "Unified social credit code of the employer" };
const CODE_HINT = {
  hint: { zh: "18位，见营业执照。", en: "18 characters, printed on the business licence." },
};

/** Who employs; asked of everybody, or only under a condition. */
export const employerFields = (condition: object = {}) => [
  { ...nameOf("employer-name"), ...condition },
  { ...creditCode("employer-credit-code", codeOf, CODE_HINT), ...condition },
];

/** The labour contract; one without a fixed term has no end. */
export const contractFields = [
  date("contract-from", { zh: "劳动合同起始日期", en: "Labour contract from" }),
  date(
    "contract-until",
    { zh: "劳动合同终止日期", en: "Labour contract until" },
    {
      hint: {
        zh: "无固定期限合同可不填。",
        en: "Leave empty for a contract without a fixed term.",
      },
      required: false,
      notBefore: "contract-from",
    },
  ),
];

/** The classes A to E as certificates name them. */
export const recognisedClasses = [
  ["a", "A类", "Class A"],
  ["b", "B类", "Class B"],
  ["c", "C类", "Class C"],
  ["d", "D类", "Class D"],
  ["e", "E类", "Class E"],
] as const;

/** The class somebody has been recognised in, if any. */
export const talentClass = choice(
  "talent-class",
  { zh: "人才类别", en: "Class of talent" },
  [...recognisedClasses, ["other", "其他", "Other"]],
  {
    hint: {
      zh: "尚未认定的，请选“其他”。",
      en: "Choose “other” if your class has not been recognised.",
    },
  },
);

/** The place whose business it is: where the employer or the home is. Each place has its window, or the province's. */
export const workPlace = choice("work-place", { zh: "用人单位所在地", en: "Where the employer is" }, [
  ["haikou", "海口市", "Haikou"],
  ["sanya", "三亚市", "Sanya"],
  ["danzhou", "儋州市", "Danzhou"],
  ["chengmai", "澄迈县", "Chengmai"],
  ["yangpu", "洋浦经济开发区", "Yangpu Economic Development Zone"],
  ["other", "其他市县", "Another city or county"],
]);
