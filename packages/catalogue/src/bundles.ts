import { Bundle } from "@window/domain/item/bundle.ts";
import { items } from "./items.ts";
import { proposed } from "./part/basis.ts";

const text = (zh: string, en: string) => ({ zh, en });

/**
 * What is for the families of recognised talent falls away with the recognition; the other items can be granted on other
 * grounds (a degree, a contract) and go on.
 */
const parts = [
  { item: "item_recognition-full-time", after: [] },
  { item: "item_settlement-proof", after: ["item_recognition-full-time"] },
  { item: "item_rent-subsidy", after: ["item_recognition-full-time"] },
  { item: "item_home-purchase", after: ["item_settlement-proof"] },
  { item: "item_spouse-employment", after: ["item_recognition-full-time"], ifRefused: "falls-away" },
  {
    item: "item_child-schooling",
    after: ["item_recognition-full-time"],
    // 由本窗口出具的无需提交: the recognition applied for before stands for its certificate.
    spares: ["recognition-certificate"],
    ifRefused: "falls-away",
    note: text("只在受理时间内申请。", "Taken in its season only."),
  },
  {
    item: "item_income-tax",
    after: [],
    note: text("在年度汇算时自行申报。", "Declared by yourself at the annual settlement."),
  },
];

/** What several items of the bundle ask under one name is asked once, in the words of the first. */
const shared = () => {
  const asked = parts.flatMap(({ item }) =>
    (items.find(({ id }) => id === item)?.fields ?? []).map(({ id, label }) => ({ item, field: id, label })),
  );
  const names = [...new Set(asked.map(({ field }) => field))];
  return names.flatMap((name) => {
    const [first, ...others] = asked.filter(({ field }) => field === name);
    if (first === undefined || others.length === 0) return [];
    return [{ label: first.label, fields: [first, ...others].map(({ item, field }) => ({ item, field })) }];
  });
};

/** 来琼工作: what somebody needs who comes to work in Hainan, in its order. */
export const bundles: readonly Bundle[] = [
  Bundle.parse({
    id: "bundle_coming-to-work",
    name: text("来琼工作", "Coming to work in Hainan"),
    summary: text(
      "来海南工作常办的事项，按先后次序列出；可以一次申请其中几项，相同的内容和材料只需提供一次，每项分别决定，结果一并出具。",
      "What people who come to work in Hainan usually apply for, in its order; several can be applied for at once: what is the same is given once, each is decided by itself, and the results come out together.",
    ),
    basis: proposed(text("事项组合和次序为本系统提议。", "Items and order are this system's proposal.")),
    parts,
    shared: shared(),
  }),
];
