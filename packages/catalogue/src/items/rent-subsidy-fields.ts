/** One of three numbers of identity, chosen by `id-type`, so that nobody needs a mainland card to apply. */
const identity = [
  {
    id: "id-type",
    type: "choice",
    label: { zh: "证件类型", en: "Identity document" },
    required: true,
    privacy: "code",
    options: [
      { code: "resident-id", label: { zh: "居民身份证", en: "Resident identity card" } },
      {
        code: "permanent-residence-id",
        label: { zh: "外国人永久居留身份证", en: "Foreign permanent resident ID card" },
      },
      { code: "passport", label: { zh: "护照", en: "Passport" } },
    ],
  },
  {
    id: "resident-id",
    type: "resident-id",
    label: { zh: "公民身份号码", en: "Resident identity number" },
    hint: { zh: "18位，末位可能是X。", en: "18 characters; the last one may be an X." },
    required: true,
    privacy: "personal",
    when: { field: "id-type", equals: "resident-id" },
  },
  {
    id: "permanent-residence-id",
    type: "permanent-residence-id",
    label: { zh: "永久居留身份证号码", en: "Permanent resident ID number" },
    hint: {
      zh: "新版18位，以9开头；旧版为3个字母加12位数字。",
      en: "New card: 18 characters beginning with 9. Old card: 3 letters and 12 digits.",
    },
    required: true,
    privacy: "personal",
    when: { field: "id-type", equals: "permanent-residence-id" },
  },
  {
    id: "passport",
    type: "passport",
    label: { zh: "护照号码", en: "Passport number" },
    hint: {
      zh: "最多9位字母和数字，与现持护照一致。",
      en: "At most 9 letters and digits, as in the passport you hold now.",
    },
    required: true,
    privacy: "personal",
    when: { field: "id-type", equals: "passport" },
  },
];

const employment = [
  {
    id: "talent-class",
    type: "choice",
    label: { zh: "人才类别", en: "Class of talent" },
    hint: {
      zh: "尚未认定的，请选“其他”。",
      en: "Choose “other” if your class has not been recognised.",
    },
    required: true,
    privacy: "code",
    options: [
      { code: "a", label: { zh: "A类", en: "Class A" } },
      { code: "b", label: { zh: "B类", en: "Class B" } },
      { code: "c", label: { zh: "C类", en: "Class C" } },
      { code: "d", label: { zh: "D类", en: "Class D" } },
      { code: "e", label: { zh: "E类", en: "Class E" } },
      { code: "other", label: { zh: "其他", en: "Other" } },
    ],
  },
  {
    id: "employer-name",
    type: "text",
    label: { zh: "用人单位名称", en: "Name of the employer" },
    required: true,
    privacy: "personal",
    maxLength: 120,
  },
  {
    id: "employer-credit-code",
    type: "credit-code",
    label: { zh: "用人单位统一社会信用代码", en: "Unified social credit code of the employer" },
    hint: { zh: "18位，见营业执照。", en: "18 characters, printed on the business licence." },
    required: true,
    privacy: "code",
  },
  {
    id: "contract-from",
    type: "date",
    label: { zh: "劳动合同起始日期", en: "Labour contract from" },
    required: true,
    privacy: "personal",
  },
  {
    id: "contract-until",
    type: "date",
    label: { zh: "劳动合同终止日期", en: "Labour contract until" },
    hint: {
      zh: "无固定期限合同可不填。",
      en: "Leave empty for a contract without a fixed term.",
    },
    required: false,
    privacy: "personal",
    notBefore: "contract-from",
  },
];

const lease = [
  {
    id: "monthly-rent",
    type: "integer",
    label: { zh: "月租金（元，取整）", en: "Monthly rent (yuan, whole number)" },
    required: true,
    privacy: "personal",
    // Plausibility, not policy: whole yuan, and nothing that is surely a slip.
    min: 1,
    max: 1_000_000,
  },
  {
    id: "lease-address",
    type: "text",
    label: { zh: "租住地址", en: "Address of the rented home" },
    required: true,
    privacy: "personal",
    maxLength: 200,
  },
];

/** What the form asks; parsed with the item. Names may be long or a single word; a telephone number is optional. */
export const rentSubsidyFields = [
  {
    id: "full-name",
    type: "text",
    label: { zh: "姓名", en: "Full name" },
    hint: { zh: "与所选证件一致。", en: "As in the identity document you choose." },
    required: true,
    privacy: "personal",
    maxLength: 120,
  },
  ...identity,
  {
    id: "phone",
    type: "phone",
    label: { zh: "联系电话", en: "Telephone" },
    hint: {
      zh: "选填；境外号码请加国家代码，例如 +44。",
      en: "Optional. For a number abroad add the country code, such as +44.",
    },
    required: false,
    privacy: "personal",
  },
  ...employment,
  ...lease,
];
