import type { Text } from "@window/domain/text.ts";
import type { OperationId, Operations } from "./operations.ts";

type FirstOf<Path> = Path extends `/${infer Noun}/${string}`
  ? Noun
  : Path extends `/${infer Noun}`
    ? Noun
    : never;

/** The first part of an operation's path: what it is about, and its tag in OpenAPI. */
export type Noun = FirstOf<Operations[OperationId]["path"]>;

/** What people call it; an operation about something new does not compile until it has a name here. */
export const nouns = {
  items: { zh: "事项", en: "Items" },
  rules: { zh: "规则与条款", en: "Rules and articles" },
  bundles: { zh: "一件事", en: "Bundles" },
  windows: { zh: "窗口", en: "Windows" },
  applications: { zh: "申请与材料", en: "Applications and documents" },
  cases: { zh: "办件", en: "Cases" },
  people: { zh: "凭证件查找", en: "Finding people" },
  progress: { zh: "进度", en: "Progress" },
  desk: { zh: "窗口与单位办理", en: "At the desk of a window or an employer" },
  referrals: { zh: "转办", en: "Referrals" },
  notices: { zh: "送达回执", en: "Reports on what was sent" },
  calls: { zh: "电话告知", en: "People to be called" },
  results: { zh: "办理结果", en: "Results" },
  retention: { zh: "保存期限", en: "Retention" },
  keys: { zh: "证照公钥", en: "Keys of certificates" },
  roots: { zh: "记录的见证", en: "Roots of the log" },
  catalogue: { zh: "目录维护", en: "Keeping the catalogue" },
  "openapi.json": { zh: "接口描述", en: "Description of the API" },
  health: { zh: "运行状况", en: "Health" },
} as const satisfies Record<Noun, Text>;

export const isNoun = (word: string): word is Noun => Object.hasOwn(nouns, word);
