import { openDataFolder } from "@window/local/data-folder.ts";
import { FolderRefused, type FolderFault } from "@window/local/folder-refused.ts";
import assert from "node:assert/strict";
import {
  chmodSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { startChild } from "./child.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const assertRefused = (path: string, fault: FolderFault): void => {
  assert.throws(
    () => openDataFolder(path),
    (error) => {
      assert.ok(error instanceof FolderRefused, String(error));
      assert.equal(error.fault, fault);
      assert.ok(error.message.includes(path), "the message names the folder");
      assert.match(error.text.zh, /\p{Script=Han}/u);
      return true;
    },
  );
};

/** A folder that was used once, closed in order. */
const used = (path: string): string => {
  const folder = openDataFolder(path);
  folder.settings.putNow("said", "好");
  folder.close();
  return path;
};

const change = (path: string, sql: string): void => {
  const database = new DatabaseSync(join(path, "window.sqlite"));
  database.exec(sql);
  database.close();
};

test("a folder is made when it is not there, and holds after a restart what was put in", (context) => {
  const path = join(temporaryFolder(context), "deep", "down");
  used(path);
  const folder = openDataFolder(path);
  assert.equal(folder.settings.get("said"), "好");
  folder.close();
});

test("the same purpose has the same key after a restart, and every purpose and folder its own", (context) => {
  const [one, other] = [temporaryFolder(context), temporaryFolder(context)];
  const keyOf = (path: string, purpose: string): string => {
    const folder = openDataFolder(path);
    folder.close();
    return Buffer.from(folder.key(purpose)).toString("hex");
  };
  assert.equal(keyOf(one, "ids"), keyOf(one, "ids"));
  assert.notEqual(keyOf(one, "ids"), keyOf(one, "uploads"));
  assert.notEqual(keyOf(one, "ids"), keyOf(other, "ids"));
});

test("nobody but the owner can read the database, its log or a key", (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  folder.settings.putNow("said", "好");
  folder.place("documents");
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  assert.deepEqual(names.toSorted(), [
    "documents",
    "keys",
    "keys/root",
    "window.sqlite",
    "window.sqlite-wal",
  ]);
  for (const name of names) {
    const stat = statSync(join(path, name));
    assert.equal((stat.mode & 0o777).toString(8), stat.isDirectory() ? "700" : "600", name);
  }
  folder.close();
});

test("a commit waits for the disk, and what is deleted is overwritten", (context) => {
  const folder = openDataFolder(temporaryFolder(context));
  const pragma = (name: string): unknown =>
    Object.values(folder.database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  assert.equal(pragma("journal_mode"), "wal");
  assert.equal(pragma("synchronous"), 2);
  assert.equal(pragma("locking_mode"), "exclusive");
  assert.equal(pragma("secure_delete"), 1);
  folder.close();
});

test("a folder of a newer version is refused, and left as it is", (context) => {
  const path = used(temporaryFolder(context));
  change(path, "PRAGMA user_version = 1000");
  assertRefused(path, "newer");
  change(path, "PRAGMA user_version = 1");
  openDataFolder(path).close();
});

test("a folder that another window has open is refused, until that window ends, however it ends", async (context) => {
  const path = temporaryFolder(context);
  const child = await startChild(import.meta.resolve("./hold-folder.ts"), path);
  assertRefused(path, "in-use");
  await child.kill();
  openDataFolder(path).close();
});

test("a folder that is open twice in one process is refused the second time", (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  assertRefused(path, "in-use");
  folder.close();
  openDataFolder(path).close();
});

/** For root nothing is forbidden, so root looks as nobody. */
const asNobody = (work: () => void): void => {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.("nobody");
  try {
    work();
  } finally {
    if (isRoot) process.seteuid?.("root");
  }
};

test("a folder that may not be written is refused", (context) => {
  const path = temporaryFolder(context);
  chmodSync(path, 0o755);
  const [empty, old] = [join(path, "empty"), join(path, "old")];
  mkdirSync(empty, { mode: 0o555 });
  used(old);
  chmodSync(old, 0o555);
  asNobody(() => {
    assertRefused(empty, "not-writable");
    assertRefused(join(empty, "below"), "not-writable");
    assertRefused(old, "not-writable");
  });
  chmodSync(old, 0o700);
});

test("a path that is a file is refused", (context) => {
  const path = join(temporaryFolder(context), "file");
  writeFileSync(path, "not a folder");
  assertRefused(path, "not-writable");
});

test("a database that is damaged at its beginning or in the middle is refused, and left as it is", (context) => {
  for (const [at, length] of [
    [0, 100],
    [4096, 200],
  ] as const) {
    const path = used(temporaryFolder(context));
    const file = join(path, "window.sqlite");
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(length, 0xee), 0, length, at);
    const before = readFileSync(file);
    assertRefused(path, "corrupt");
    assert.deepEqual(readFileSync(file), before);
  }
});

test("a database of some other program is refused", (context) => {
  const path = temporaryFolder(context);
  change(path, "CREATE TABLE photos (name TEXT)");
  assertRefused(path, "corrupt");
});

test("a database without its key, with another or with half of it is refused, and gets no new one", (context) => {
  const path = used(temporaryFolder(context));
  const file = join(path, "keys", "root");
  const key = readFileSync(file);
  rmSync(file);
  assertRefused(path, "wrong-key");
  assertRefused(path, "wrong-key");
  writeFileSync(
    file,
    key.map((byte) => byte ^ 1),
  );
  assertRefused(path, "wrong-key");
  writeFileSync(file, key.subarray(0, 16));
  assertRefused(path, "wrong-key");
  writeFileSync(file, key);
  openDataFolder(path).close();
});
