import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { later } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { numberOf, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

/** In every stage but `test` the time of the law is the time of the wall. */
export const wallClock = (wire: WireClock): LegalClock => ({ now: () => wire.now() });

/** The legal clock of stage `test`: as far before the wall as a row of the records says. */
export interface MovableClock extends LegalClock {
  /** Reads the offset again: an entry does it first, because another function may have moved the clock. */
  readonly refresh: () => Promise<void>;
}

export const openMovableClock = ({ client, name: TableName }: Table, wire: WireClock): MovableClock => {
  let offset = 0;
  return {
    now: () => later(wire.now(), offset),
    async refresh() {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: offsetKey, ConsistentRead: true }),
      );
      if (Item !== undefined) offset = Math.max(offset, numberOf(Item, "milliseconds"));
    },
  };
};

export const offsetKey = { [records.partition]: text("clock"), [records.sort]: text("offset") };
