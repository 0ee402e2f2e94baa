import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import type { KeysAndAttributes } from "@aws-sdk/client-dynamodb";
import { StreamId } from "@window/domain/id.ts";
import type { Views } from "@window/domain/port/views.ts";
import type { ViewName } from "@window/domain/view.ts";
import type { Row } from "./attribute.ts";
import { numberOf, text, textOf } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { views } from "./names.ts";

/** BatchGetItem takes 100 keys (service limit) and may leave some unanswered. */
const BATCH = 100;

const streamOf = (row: Row, view: ViewName): StreamId =>
  StreamId.parse(textOf(row, views.partition).slice(view.length + 1));

/** What the sweep asks of the views: the sequence numbers alone, a hundred a call. */
export const openViewSeqs = ({ client, name }: Table): Pick<Views, "seqs"> => {
  const readBatch = async (keys: Row[]): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    let left: KeysAndAttributes | undefined = {
      Keys: keys,
      ConsistentRead: true,
      ProjectionExpression: "#row, seq",
      ExpressionAttributeNames: { "#row": views.partition },
    };
    while (left !== undefined) {
      const { Responses, UnprocessedKeys }: Awaited<ReturnType<typeof ask>> = await ask(left);
      rows.push(...(Responses?.[name] ?? []));
      left = UnprocessedKeys?.[name];
    }
    return rows;
  };
  const ask = (asked: KeysAndAttributes) =>
    client.send(new BatchGetItemCommand({ RequestItems: { [name]: asked } }));

  return {
    async seqs(view, aggregates) {
      const keys = [...new Set(aggregates)].map((each) => ({ [views.partition]: text(`${view}#${each}`) }));
      const found = new Map<StreamId, number>();
      for (let first = 0; first < keys.length; first += BATCH)
        for (const row of await readBatch(keys.slice(first, first + BATCH)))
          found.set(streamOf(row, view), numberOf(row, "seq"));
      return found;
    },
  };
};
