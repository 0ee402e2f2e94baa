/** `npm start` on a folder it cannot use: one clear sentence in both languages, and the folder works again afterwards. */
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type TestContext, test } from "node:test";
import { failedStart, startedWindow } from "../kit/started-window.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { openApplicant } from "./applicant.ts";
import { fullDisk, lockableDisk } from "./narrow-place.ts";

const RIGHTS = "needs the right to mount a file system";

const on = (folder: string) => ({ WINDOW_DATA: folder, PORT: "0", WINDOW_DEMO: "people" });

/** Starts, lets somebody apply, and is killed. */
const used = async (folder: string): Promise<void> => {
  const window = await startedWindow(on(folder));
  const applied = openApplicant(window.origin, "first").goTheWholeWay();
  await applied;
  await window.end("SIGKILL");
};

const worksAgain = async (folder: string): Promise<void> => {
  const window = await startedWindow(on(folder));
  await openApplicant(window.origin, "again").goTheWholeWay();
  const { code, output } = await window.end("SIGTERM");
  assert.equal(code, 0, output);
};

const refusedWith = async (folder: string, english: RegExp, chinese: RegExp): Promise<void> => {
  const { code, output } = await failedStart(on(folder));
  assert.equal(code, 1, output);
  assert.match(output, english);
  assert.match(output, chinese);
  assert.doesNotMatch(output, /\n\s+at /, "no stack is shown to an operator");
};

const UNWRITABLE = [/cannot be written\. Check its permissions and the disk/, /数据目录无法写入/] as const;

test("a read-only disk is said, and the folder works when it can be written again", async (context) => {
  const disk = lockableDisk();
  if (disk === undefined) {
    context.skip(RIGHTS);
    return;
  }
  context.after(() => disk.remove());
  await used(disk.data);
  disk.lock();
  await refusedWith(disk.data, ...UNWRITABLE);
  disk.unlock();
  await worksAgain(disk.data);
});

const full = async (context: TestContext, prepare: (folder: string) => Promise<void>): Promise<void> => {
  const disk = fullDisk();
  if (disk === undefined) {
    context.skip(RIGHTS);
    return;
  }
  context.after(() => disk.remove());
  await prepare(disk.data);
  disk.narrow(0);
  await refusedWith(disk.data, ...UNWRITABLE);
  disk.widen(0);
  await worksAgain(disk.data);
};

test("a full disk is said at the first start, and the folder works when there is room", (context) =>
  full(context, async () => undefined));

test("a folder of a newer version is said, and the newer version finds it as it was", async (context) => {
  const place = temporaryFolder();
  context.after(() => place.remove());
  const folder = join(place.path, "data");
  await (await startedWindow(on(folder))).end("SIGTERM");
  const change = (version: number): void => {
    const database = new DatabaseSync(join(folder, "window.sqlite"));
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
  };
  change(1000);
  cpSync(folder, join(place.path, "copy"), { recursive: true });
  await refusedWith(folder, /written by a newer version/, /由更新的版本写入/);
  change(1);
  await worksAgain(folder);
});
