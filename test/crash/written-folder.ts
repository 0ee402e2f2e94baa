import type { Commit } from "@window/domain/commit.ts";
import { chain } from "@window/domain/commit.ts";
import { ActorId, ApplicationId, StreamId } from "@window/domain/id.ts";
import { fromIso } from "@window/domain/instant.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { digest } from "@window/node/digest.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const STREAMS = 40;
const DAY = fromIso("2026-11-23T01:00:00Z");
const request = { actor: ActorId.parse("usr_writer"), key: "key", body: digest("body") };

/** Writes commits one by one, each in a transaction of its own, and leaves the folder open. */
export const writeCommits = async (path: string): Promise<void> => {
  const store = openEventStore(openDataFolder(path));
  const newest = new Map<string, Commit>();
  for (let number = 0; number < STREAMS * 4; number += 1) {
    const stream = ApplicationId.parse(`app_stream-${number % STREAMS}`);
    const events = [{ type: "test.happened.v1", number }];
    const commit = chain(digest, newest.get(stream), { stream, at: DAY, request, events });
    await store.append(commit);
    newest.set(stream, commit);
  }
};

/** The folder of a process that wrote and was killed: everything it wrote is still in the log of the database. */
export const startWriter = async (path: string): Promise<void> => {
  const program = join(import.meta.dirname, "write-and-die.ts");
  const child = spawn(process.execPath, [program, path], { stdio: "inherit" });
  await once(child, "close");
  if (child.signalCode !== "SIGKILL") throw new Error("the writer ended by itself");
};

const Rows = z.array(z.object({ stream: StreamId }));

/** Every stream of a folder with its commits; of a copy of it when a place for one is given. */
export const streamsOf = async (path: string, copyIn?: string) => {
  const folder = openDataFolder(copyIn === undefined ? path : copied(path, copyIn));
  const store = openEventStore(folder);
  const rows = Rows.parse(folder.database.prepare("SELECT DISTINCT stream FROM log").all());
  const streams = new Map<StreamId, readonly Commit[]>();
  for (const { stream } of rows) streams.set(stream, await store.load(stream));
  folder.close();
  return streams;
};

const copied = (path: string, place: string): string => {
  const copy = join(place, "copy");
  cpSync(path, copy, { recursive: true });
  return copy;
};
