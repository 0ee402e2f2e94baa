import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Views } from "@window/domain/port/views.ts";
import { text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { views } from "./names.ts";
import { NEWER, putRow } from "./put-row.ts";
import { openViewList, viewRowOf } from "./view-list.ts";
import { openViewRenewal } from "./view-renewal.ts";
import { openViewSeqs } from "./view-seqs.ts";

type Keeping = Pick<Views, "put" | "get" | "list">;

/** What functions need of the views; only the sweep asks for `seqs`, and only `rebuild` for the rest. */
export const openViewRows = ({ client, name: TableName }: Table): Keeping => ({
  put: (row) => putRow({ client, name: TableName }, row, NEWER),

  async get(view, aggregate) {
    const Key = { [views.partition]: text(`${view}#${aggregate}`) };
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item === undefined ? undefined : viewRowOf(Item);
  },

  ...openViewList({ client, name: TableName }),
});

export const openViews = (table: Table): Views => ({
  ...openViewRows(table),
  ...openViewSeqs(table),
  ...openViewRenewal(table),
});
