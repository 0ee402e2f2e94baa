import type { ItemKind } from "@window/domain/item/kind.ts";
import type { Language, Text } from "@window/domain/text.ts";

export const kinds = {
  delegated: { zh: "授权", en: "delegated" },
  agency: { zh: "代办", en: "agency" },
  deliberated: { zh: "一事一议", en: "deliberated" },
  external: { zh: "外部链接", en: "external" },
} satisfies Record<ItemKind, Text>;

export const Kind = ({ kind, language }: { readonly kind: ItemKind; readonly language: Language }) => (
  <span class="kind">{kinds[kind][language]}</span>
);
