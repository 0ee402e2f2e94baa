import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import * as z from "zod";

const runner = resolve(import.meta.dirname, "../run.ts");
const head = 'import { test, describe, it } from "node:test";\n';

/** Runs the runner over one planted test file; answers its exit code and its last line. */
const run = (text: string): { status: number | null; lastLine: string | undefined; output: string } => {
  const folder = mkdtempSync(join(tmpdir(), "window-runner-"));
  try {
    const file = join(folder, "planted.test.ts");
    writeFileSync(file, text);
    // A test process that is started inside another one would report to that one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout } = spawnSync(process.execPath, [runner, file], { encoding: "utf8", env });
    return { status, lastLine: stdout.trimEnd().split("\n").at(-1), output: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test("passing tests are counted and the run exits with 0", () => {
  const { status, lastLine } = run(`${head}test("a", () => {}); test("b", () => {});`);
  assert.deepEqual({ status, lastLine }, { status: 0, lastLine: "2 passed, 0 failed" });
});

test("a failed test is told with its name and its error, and the run exits with 1", () => {
  const { status, lastLine, output } = run(
    `${head}test("a", () => {}); test("bad day", () => { throw new Error("rain"); });`,
  );
  assert.deepEqual({ status, lastLine }, { status: 1, lastLine: "1 passed, 1 failed" });
  assert.match(output, /bad day[^]*planted\.test\.ts[^]*rain/);
});

/** A process that has a folder in memory, says where, and waits to be ended. */
const holder = `
  import { folderInMemory } from ${JSON.stringify(resolve(import.meta.dirname, "../kit/folder-in-memory.ts"))};
  console.log(folderInMemory() ?? "none");
  setInterval(() => {}, 1000);
`;

/** Where the folder was of a process that ended by this signal; undefined where there is no room in memory. */
const endedBy = async (signal: NodeJS.Signals): Promise<string | undefined> => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", holder]);
  const ended = once(child, "exit");
  const [said] = z.tuple([z.instanceof(Buffer)]).parse(await once(child.stdout, "data"));
  child.kill(signal);
  await ended;
  const folder = said.toString().trim();
  return folder === "none" ? undefined : folder;
};

test("what tests lay down in memory goes with them, also when they are ended or killed", async () => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    assert.ok(!existsSync((await endedBy(signal)) ?? ""), signal);
  const left = await endedBy("SIGKILL");
  await endedBy("SIGTERM");
  assert.ok(!existsSync(left ?? ""), "the next one sweeps what a killed one left");
});

test("only the innermost tests are counted", () => {
  const { lastLine } = run(
    `${head}describe("s", () => { it("a", () => {}); });
     test("p", async (t) => { await t.test("b", () => {}); await t.test("c", () => { throw new Error("x"); }); });`,
  );
  assert.equal(lastLine, "2 passed, 1 failed");
});

test("a test that fails by itself after its inner tests passed is counted", () => {
  const { lastLine } = run(
    `${head}test("p", async (t) => { await t.test("a", () => {}); throw new Error("own"); });`,
  );
  assert.equal(lastLine, "1 passed, 1 failed");
});

test("skipped tests are neither passed nor failed", () => {
  const { lastLine } = run(`${head}test("a", () => {}); test("b", { skip: "later" }, () => {});`);
  assert.equal(lastLine, "1 passed, 0 failed");
});

const failsAsAWhole: readonly (readonly [string, string])[] = [
  ["a file without a test", "export {};"],
  ["a file that does not load", `${head}throw new Error("at load");`],
  ["a file that is no TypeScript", "const = ;"],
];
for (const [what, text] of failsAsAWhole) {
  test(`${what} has failed`, () => {
    const { status, lastLine } = run(text);
    assert.deepEqual({ status, lastLine }, { status: 1, lastLine: "0 passed, 1 failed" });
  });
}

test("a promise rejected after its test passed fails the file", () => {
  const { status, lastLine } = run(
    `${head}test("a", () => {}); setTimeout(() => { void Promise.reject(new Error("late")); }, 20);`,
  );
  assert.deepEqual({ status, lastLine }, { status: 1, lastLine: "1 passed, 1 failed" });
});

test("a run without any test is a failure", () => {
  const { status, stdout } = spawnSync(process.execPath, [runner, "test/nowhere"], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.equal(stdout.trimEnd().split("\n").at(-1), "0 passed, 0 failed");
});
