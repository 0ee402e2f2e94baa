import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { treeNow } from "../kit/passed-tree.ts";

const folder = mkdtempSync(join(tmpdir(), "window-tree-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const git = (...words: string[]): number | null => spawnSync("git", words, { cwd: folder }).status;
const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);

const isThere = git("init", "-q") === 0;

test(
  "a tree is another one when a file is changed, added, renamed or deleted, and when something is installed",
  {
    skip: isThere ? false : "there is no git",
  },
  () => {
    for (const name of ["a.ts", "b.ts"]) write(name, "1");
    write(".gitignore", "node_modules/\n*.log\n");
    assert.equal(git("add", "-A"), 0);
    const trees = [treeNow(folder)];
    const changes = [
      () => write("a.ts", "2"),
      () => write("unknown-to-git.ts", "1"),
      () => renameSync(join(folder, "b.ts"), join(folder, "c.ts")),
      () => rmSync(join(folder, "a.ts")),
      () => write(".gitignore", "*.log\n"),
      () => {
        mkdirSync(join(folder, "node_modules"));
        write("node_modules/.package-lock.json", "{}");
      },
    ];
    for (const change of changes) {
      change();
      trees.push(treeNow(folder));
    }
    assert.equal(new Set(trees).size, changes.length + 1);
    assert.ok(!trees.includes(undefined));
    write("noise.log", "ignored");
    assert.equal(treeNow(folder), trees.at(-1));
  },
);

test("where git knows of no files, no tree is known", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "window-no-tree-"));
  after(() => rmSync(elsewhere, { recursive: true, force: true }));
  assert.equal(treeNow(elsewhere), undefined);
});
