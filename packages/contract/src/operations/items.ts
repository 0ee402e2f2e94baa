import { Bundle } from "@window/domain/item/bundle.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { Item } from "@window/domain/item/item.ts";
import { CaseKind, ItemKind } from "@window/domain/item/kind.ts";
import { Limit } from "@window/domain/calendar/limit.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { operation } from "../operation.ts";

const ItemLine = z.object({
  id: ItemId,
  version: z.int(),
  name: Text,
  summary: Text,
  /** Which kind a case gets is decided by the rules of the item when it is opened. */
  kinds: z.array(ItemKind),
  /** By kind; null where nothing is promised. The provenance says `example` 示例 where a number has no published source. */
  promised: z.array(z.object({ kind: CaseKind, limit: Limit.nullable() })),
  /** Where an external item is handled. */
  link: z.url().nullable(),
});

export const listItems = operation({
  method: "get",
  path: "/items",
  summary: { zh: "列出事项", en: "List the service items" },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ items: z.array(ItemLine) }) },
  problems: [],
});

export const listBundles = operation({
  method: "get",
  path: "/bundles",
  summary: {
    zh: "列出“一件事”：包含哪些事项、先后次序和共用的填写项",
    en: "List the bundles: their items, in which order, and what is asked once for all",
  },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ bundles: z.array(Bundle) }) },
  problems: [],
});

export const readItem = operation({
  method: "get",
  path: "/items/{item}",
  summary: {
    zh: "读取一个事项：填写项、材料、步骤和时限",
    en: "Read one item: its fields, materials, steps and limits",
  },
  access: "anyone",
  keyed: false,
  params: z.strictObject({ item: z.string().max(60) }),
  answers: { 200: Item },
  problems: ["no-such-item"],
});
