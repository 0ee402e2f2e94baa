import { openArrears } from "@window/aws/arrears.ts";
import { openAttempts } from "@window/aws/attempts.ts";
import { bucketNamed } from "@window/aws/bucket.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEventStore } from "@window/aws/event-store.ts";
import { keyService } from "@window/aws/key-service.ts";
import { makeWrappingKey } from "@window/aws/make-wrapping-key.ts";
import { openMarks } from "@window/aws/marks.ts";
import { openObjects } from "@window/aws/objects.ts";
import { openRounds } from "@window/aws/rounds.ts";
import { openSigner } from "@window/aws/signer.ts";
import { openTimers } from "@window/aws/timers.ts";
import { openVault } from "@window/aws/vault.ts";
import { openViews } from "@window/aws/views.ts";
import { openWrappingKey } from "@window/aws/wrapping-key.ts";
import type { Shelves } from "../contract/shelves.ts";
import type { Clocks, OpenShelves } from "../contract/town.ts";
import { twinOf } from "./twin.ts";
import type { Place } from "./place.ts";
import { readPlace } from "./place.ts";

/** The AWS adapters on twins of the tables and on the bucket and keys of the deployed stage; each call is a process. */
export const cloudShelves = ({ wire }: Clocks, tables: Place["tables"]): Shelves => {
  const { documents, wrappingKey, signingKey } = readPlace();
  const keys = tableNamed(tables.keys);
  const records = tableNamed(tables.records);
  const unwrap = openWrappingKey(keys, { client: keyService(), keyId: wrappingKey }, wire, makeWrappingKey);
  return {
    store: openEventStore(tableNamed(tables.events)),
    views: openViews(tableNamed(tables.views)),
    vault: openVault(keys, unwrap, wire),
    objects: openObjects(bucketNamed(documents, true)),
    timers: openTimers(records),
    rounds: openRounds(records, unwrap, wire),
    attempts: openAttempts(records, wire),
    marks: openMarks(records),
    arrears: openArrears(records),
    signer: openSigner({ client: keyService(), ids: [signingKey] }),
  };
};

export const twinTables = async (): Promise<Place["tables"]> => {
  const { events, views, keys, records } = readPlace().tables;
  return {
    events: await twinOf(events),
    views: await twinOf(views),
    keys: await twinOf(keys),
    records: await twinOf(records),
  };
};

/** Empty twins of the tables, opened anew by every process that lives there. */
export const cloudPlace = async (): Promise<OpenShelves> => {
  const tables = await twinTables();
  return async (clocks) => ({ ...cloudShelves(clocks, tables), close: () => Promise.resolve() });
};
