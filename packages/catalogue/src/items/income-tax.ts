import { Item } from "@window/domain/item/item.ts";
import { basis } from "../part/basis.ts";
import { objections } from "../part/remedies.ts";

/** 个税15%: declared by oneself at the annual settlement; nobody applies for it at a window. */
export const incomeTax = Item.parse({
  id: "item_income-tax",
  version: 1,
  name: {
    zh: "高端紧缺人才个人所得税优惠",
    en: "Income tax benefit for high-end and urgently needed talent",
  },
  summary: {
    zh: "无需在窗口申请：符合条件的人才在办理个人所得税年度汇算时自行申报，实行清单管理。条件以税务等部门现行公布为准。",
    en: "There is nothing to apply for here: whoever qualifies declares it at the annual settlement of income tax, managed by lists. The conditions are what the tax authority and others currently publish.",
  },
  nature: "benefit",
  applicant: "person",
  basis: [
    basis(
      "press",
      {
        zh: "关于海南自由贸易港高端紧缺人才个人所得税政策的通知",
        en: "Notice on income tax of high-end and urgently needed talent in Hainan Free Trade Port",
      },
      "财税〔2020〕32号",
      { zh: "2025年1月延续至2027年12月31日。", en: "Extended in January 2025 until 31 December 2027." },
    ),
  ],
  facts: {},
  fields: [],
  materials: [],
  kinds: [],
  powers: [],
  ways: [],
  reasons: [],
  result: {
    name: { zh: "个人所得税优惠", en: "Income tax benefit" },
    validity: null,
    holder: "none",
  },
  remedies: objections,
  elsewhere: {
    name: { zh: "自然人电子税务局（地址待核）", en: "Electronic tax service (address not verified)" },
    url: "https://etax.chinatax.gov.cn/",
    verified: false,
  },
});
