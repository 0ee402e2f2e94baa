/** The last page of a log is torn, or a page of log or database is not what was written. */
import { firstBreak } from "@window/domain/commit.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { FolderRefused } from "@window/local/folder-refused.ts";
import { digest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { cpSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { startWriter, streamsOf } from "./written-folder.ts";
import { chanceOf } from "./chance.ts";

const FRAME = 24 + 4096;
const TRIES = 60;

const kept = temporaryFolder();
const source = join(kept.path, "killed");
before(() => startWriter(source));
after(() => kept.remove());

const log = (folder: string): string => join(folder, "window.sqlite-wal");
const database = (folder: string): string => join(folder, "window.sqlite");

/** A copy of the folder of a window that was killed, changed by `harm`. */
const harmed = (name: string, harm: (folder: string) => void): string => {
  const folder = join(kept.path, name);
  cpSync(source, folder, { recursive: true });
  harm(folder);
  return folder;
};

const garble = (file: string, at: number, length: number): void => {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, at, at + length);
  writeFileSync(file, bytes);
};

const refused = (folder: string): void => {
  const before = [database(folder), log(folder)].map((file) => readFileSync(file));
  assert.throws(
    () => openDataFolder(folder),
    (fault) => fault instanceof FolderRefused && fault.fault === "corrupt" && fault.text.zh.includes("备份"),
  );
  const now = [database(folder), log(folder)].map((file) => readFileSync(file));
  assert.deepEqual(now, before, "nothing was changed");
};

test("a log that is cut off anywhere in its last transaction opens with everything before it", async () => {
  const whole = await streamsOf(source, kept.path);
  const size = readFileSync(log(source)).length;
  const chance = chanceOf(7);
  for (let number = 0; number < TRIES; number += 1) {
    const cut = chance(FRAME) + 1;
    const folder = harmed(`cut-${number}`, (copy) => truncateSync(log(copy), size - cut));
    const streams = await streamsOf(folder);
    const missing = [...whole].filter(
      ([stream, commits]) => (streams.get(stream)?.length ?? 0) < commits.length,
    );
    assert.ok(missing.length <= 1, `${missing.length} streams lost something`);
    for (const commits of streams.values()) assert.equal(firstBreak(digest, commits), undefined);
  }
});

test("a log whose last page is garbled opens with everything before it", async () => {
  const size = readFileSync(log(source)).length;
  const folder = harmed("tail", (copy) => garble(log(copy), size - 2000, 2000));
  for (const commits of (await streamsOf(folder)).values())
    assert.equal(firstBreak(digest, commits), undefined);
});

test("a log that was damaged before its end is refused, because something acknowledged is in it", () => {
  const frames = Math.floor((readFileSync(log(source)).length - 32) / FRAME);
  const chance = chanceOf(11);
  refused(harmed("head", (copy) => garble(log(copy), 4, 8)));
  for (let number = 0; number < 20; number += 1) {
    const at = 32 + chance(frames - 12) * FRAME + 24 + chance(4000);
    refused(harmed(`middle-${number}`, (copy) => garble(log(copy), at, 64)));
  }
});

test("a database that is cut off or garbled is refused, and stays as it is", () => {
  const closed = harmed("closed", (copy) => openDataFolder(copy).close());
  const size = readFileSync(database(closed)).length;
  const cut = join(kept.path, "closed-cut");
  cpSync(closed, cut, { recursive: true });
  truncateSync(database(cut), size - 4096);
  const bytes = readFileSync(database(cut));
  assert.throws(() => openDataFolder(cut), FolderRefused);
  assert.deepEqual(readFileSync(database(cut)), bytes);
});
