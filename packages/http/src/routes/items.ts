import { listItems, readItem } from "@window/contract/operations/items.ts";
import { ItemId } from "@window/domain/item/item.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { refused } from "../refused.ts";

export const items = {
  listItems: handle(listItems, async ({ catalogue }) =>
    answer(200, {
      items: (await catalogue.current()).items.map(({ id, version, name, summary, kind, limits }) => ({
        id,
        version,
        name,
        summary,
        kind,
        promised: limits.promised,
      })),
    }),
  ),

  readItem: handle(readItem, async ({ catalogue }, { params }) => {
    const id = ItemId.safeParse(params.item).data;
    const item = id === undefined ? undefined : (await catalogue.current()).item(id);
    return item === undefined ? refused({ code: "no-such-item" }) : answer(200, item);
  }),
};
