import { listBundles, listItems, readItem } from "@window/contract/operations/items.ts";
import { kindsOf } from "@window/domain/item/kinds-of.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { refused } from "../refused.ts";

export const items = {
  listItems: handle(listItems, async ({ catalogue }) =>
    answer(200, {
      items: (await catalogue.current()).items.map((item) => ({
        id: item.id,
        version: item.version,
        name: item.name,
        summary: item.summary,
        kinds: [...kindsOf(item)],
        promised: item.ways.map(({ kind, limits }) => ({ kind, limit: limits.promised })),
        link: item.elsewhere?.url ?? null,
      })),
    }),
  ),

  listBundles: handle(listBundles, async ({ bundles }) => answer(200, { bundles: [...(await bundles())] })),

  readItem: handle(readItem, async ({ catalogue }, { params }) => {
    const id = ItemId.safeParse(params.item).data;
    const item = id === undefined ? undefined : (await catalogue.current()).item(id);
    return item === undefined ? refused({ code: "no-such-item" }) : answer(200, item);
  }),
};
