import { GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "@window/domain/instant.ts";
import { later } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { number, numberOf, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

/** In every stage but `test` the time of the law is the time of the wall. */
export const wallClock = (wire: WireClock): LegalClock => ({ now: () => wire.now() });

/** The legal clock of stage `test`: as far before the wall as a row of the records says. */
export interface MovableClock extends LegalClock {
  /** Reads the offset again; an entry does it first, because another function may have moved the clock. */
  refresh(): Promise<void>;
  /** Moves the clock to an instant; a move back is no move. Returns the new now. */
  move(to: Instant): Promise<Instant>;
}

const Key = { [records.partition]: text("clock"), [records.sort]: text("offset") };

export const openMovableClock = ({ client, name: TableName }: Table, wire: WireClock): MovableClock => {
  let offset = 0;
  const now = (): Instant => later(wire.now(), offset);

  const refresh = async (): Promise<void> => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    if (Item !== undefined) offset = Math.max(offset, numberOf(Item, "milliseconds"));
  };

  return {
    now,
    refresh,
    async move(to) {
      await refresh();
      const ahead = Math.max(offset, to - wire.now());
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: "SET milliseconds = :ahead",
          ExpressionAttributeValues: { ":ahead": number(ahead) },
        }),
      );
      offset = ahead;
      return now();
    },
  };
};
