import { contactFields } from "./contact-fields.ts";
import { choice, passport, text, when } from "./fields.ts";

/** One of three documents: nobody needs a mainland card to apply. */
export const identityFields = [
  choice("id-type", { zh: "证件类型", en: "Identity document" }, [
    ["resident-id", "居民身份证", "Resident identity card"],
    ["permanent-residence-id", "外国人永久居留身份证", "Foreign permanent resident ID card"],
    ["passport", "护照", "Passport"],
  ]),
  {
    id: "resident-id",
    type: "resident-id",
    label: { zh: "公民身份号码", en: "Resident identity number" },
    hint: { zh: "18位，末位可能是X。", en: "18 characters; the last one may be an X." },
    required: true,
    privacy: "personal",
    ...when("id-type", "resident-id"),
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
    ...when("id-type", "permanent-residence-id"),
  },
  passport(
    "passport",
    { zh: "护照号码", en: "Passport number" },
    {
      hint: {
        zh: "最多9位字母和数字，与现持护照一致。",
        en: "At most 9 letters and digits, as in the passport you hold now.",
      },
      ...when("id-type", "passport"),
    },
  ),
];

/** Names may be long or a single word. */
export const fullName = text(
  "full-name",
  { zh: "姓名", en: "Full name" },
  { hint: { zh: "与所选证件一致。", en: "As in the identity document you choose." } },
);

/** Who somebody is and how to reach them. */
export const personFields = [fullName, ...identityFields, ...contactFields()];
