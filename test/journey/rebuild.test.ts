/** `npm run rebuild`, as an operator of one machine runs it between two starts. */
import { openDataFolder } from "@window/local/data-folder.ts";
import { openViews } from "@window/local/views.ts";
import type { Views } from "@window/domain/port/views.ts";
import { ViewName } from "@window/domain/view.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { run, type Ran } from "../cloud/command.ts";
import { startedWindow } from "../kit/started-window.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { everyHead } from "../kit/throw-away.ts";

const folder = temporaryFolder();
const script = join(import.meta.dirname, "../../functions/local-rebuild.ts");

const rebuild = (path: string): Promise<Ran> =>
  run(process.execPath, [script], { ...process.env, WINDOW_DATA: path });

const inViews = async <Answer>(act: (views: Views) => Promise<Answer>): Promise<Answer> => {
  const kept = openDataFolder(folder.path);
  try {
    return await act(openViews(kept));
  } finally {
    kept.close();
  }
};

const shown = () =>
  inViews(async (views) => {
    const heads = await everyHead(views);
    return Promise.all(heads.map(({ view, aggregate }) => views.get(ViewName.parse(view), aggregate)));
  });

const opened = () => startedWindow({ PORT: "0", WINDOW_DEMO: "0", WINDOW_DATA: folder.path });

const openedAndClosed = async (): Promise<void> => {
  await (await opened()).end("SIGTERM");
};

before(openedAndClosed);
after(() => folder.remove());

test("lists that were lost and altered are the same to the byte after the operator's command", async () => {
  const whole = await shown();
  assert.ok(whole.length > 5);
  await inViews(async (views) => {
    const [altered, ...lost] = await everyHead(views);
    assert.ok(altered);
    const row = (await views.get(ViewName.parse(altered.view), altered.aggregate)) ?? assert.fail();
    await views.replace({ ...row, body: {} });
    for (const head of lost) await views.remove(head);
  });
  const { code, output } = await rebuild(folder.path);
  assert.deepEqual(
    [code, output],
    [0, `${String(whole.length)} streams written anew, 0 foreign rows removed\n`],
  );
  // What is lost within two days of its commit the next start sees to.
  await openedAndClosed();
  assert.deepEqual(await shown(), whole);
});

test("it is refused while the window is open, and where there is no window", async () => {
  const window = await opened();
  const open = await rebuild(folder.path);
  await window.end("SIGTERM");
  assert.equal(open.code, 1);
  assert.match(open.output, /Another window that is running uses this data folder/);
  const { code, output } = await rebuild(join(folder.path, "nothing"));
  assert.deepEqual([code, output], [1, `there is no window in ${join(folder.path, "nothing")}\n`]);
});
