import { openAttempts } from "@window/aws/attempts.ts";
import { bucketNamed } from "@window/aws/bucket.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEventStore } from "@window/aws/event-store.ts";
import { keyService } from "@window/aws/key-service.ts";
import { openMarks } from "@window/aws/marks.ts";
import { openObjects } from "@window/aws/objects.ts";
import { openRounds } from "@window/aws/rounds.ts";
import { openSigner } from "@window/aws/signer.ts";
import { openTimers } from "@window/aws/timers.ts";
import { openVault } from "@window/aws/vault.ts";
import { openViews } from "@window/aws/views.ts";
import { openWrappingKey } from "@window/aws/wrapping-key.ts";
import type { Shelves } from "../contract/shelves.ts";
import type { Clocks } from "../contract/town.ts";
import { readPlace } from "./place.ts";

/** The AWS adapters on the tables, bucket and keys of the deployed stage; each call is a process of its own. */
export const cloudShelves = ({ wire }: Clocks): Shelves => {
  const { tables, documents, wrappingKey, signingKey } = readPlace();
  const keys = tableNamed(tables.keys);
  const records = tableNamed(tables.records);
  const unwrap = openWrappingKey(keys, { client: keyService(), keyId: wrappingKey }, wire);
  return {
    store: openEventStore(tableNamed(tables.events)),
    views: openViews(tableNamed(tables.views)),
    vault: openVault(keys, unwrap, wire),
    objects: openObjects(bucketNamed(documents, true)),
    timers: openTimers(records),
    rounds: openRounds(records, unwrap),
    attempts: openAttempts(records, wire),
    marks: openMarks(records),
    signer: openSigner({ client: keyService(), ids: [signingKey] }),
  };
};
