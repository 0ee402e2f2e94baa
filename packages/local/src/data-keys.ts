import type { ApplicationId } from "@window/domain/id.ts";
import { newDataKey, unwrapKey, wrapKey } from "@window/node/cipher.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";
import { openRecent } from "./recent.ts";

type Found = Uint8Array | "erased";

/** One data key per subject, wrapped under a key from the folder's root secret. */
export interface DataKeys {
  /** Undefined for a subject that has sealed nothing. */
  find(subject: ApplicationId): Found | undefined;
  /** Of two that make the first key at once, one is kept, and both get that; it is on the disk before anybody seals. */
  make(subject: ApplicationId): Promise<Found>;
  erase(subject: ApplicationId): Promise<void>;
}

const KEYS_AT_HAND = 4096;

/** A row without `wrapped` is the mark of an erased subject; it stays, so that no new key is ever made. */
const createTable =
  "CREATE TABLE IF NOT EXISTS data_key (subject TEXT PRIMARY KEY, wrapped TEXT) STRICT, WITHOUT ROWID";

const Row = z.object({ wrapped: z.string().nullable() }).optional();

export const openDataKeys = ({ database, commits, key }: DataFolder): DataKeys => {
  database.exec(createTable);
  const wrapping = key("data-keys");
  const held = openRecent<ApplicationId, Uint8Array>(KEYS_AT_HAND);
  const select = database.prepare("SELECT wrapped FROM data_key WHERE subject = ?");
  const insert = database.prepare(
    "INSERT INTO data_key (subject, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const remove = database.prepare(
    "INSERT INTO data_key (subject) VALUES (?) ON CONFLICT (subject) DO UPDATE SET wrapped = NULL",
  );

  const read = (subject: ApplicationId): Found | undefined => {
    const row = Row.parse(select.get(subject));
    if (row === undefined) return undefined;
    if (row.wrapped === null) return "erased";
    const dataKey = unwrapKey(wrapping, subject, row.wrapped);
    held.put(subject, dataKey);
    return dataKey;
  };
  const find = (subject: ApplicationId): Found | undefined => held.get(subject) ?? read(subject);

  return {
    find,
    async make(subject) {
      const wrapped = wrapKey(wrapping, subject, newDataKey());
      await commits.write(() => insert.run(subject, wrapped));
      const found = find(subject);
      if (found === undefined) throw new Error(`the key of ${subject} was not kept`);
      return found;
    },
    async erase(subject) {
      await commits.write(() => remove.run(subject));
      held.drop(subject);
      // The log of the database still has the old page: write it into the database and cut it off.
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    },
  };
};
