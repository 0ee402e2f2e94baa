/** `npm run test:sst`: installs what the SST door alone needs, then checks its types, its form and its deeds. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const root = join(here, "../..");
const tool = (name: string): string => join(root, "node_modules/.bin", name);

const steps: readonly (readonly [string, readonly string[]])[] = [
  // Without SST's command line: nothing here runs it.
  ["npm", ["ci", "--prefix", here, "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"]],
  [tool("tsc"), ["--noEmit", "-p", here]],
  [tool("eslint"), ["-c", join(here, "lint.mjs"), "infra/sst", "sst.config.ts"]],
  [
    process.execPath,
    [join(root, "test/run.ts"), ...globSync("test/*.test.ts", { cwd: here }).map((file) => join(here, file))],
  ],
];

const failed = steps.find(
  ([command, words]) => spawnSync(command, words, { cwd: root, stdio: "inherit" }).status !== 0,
);
if (failed !== undefined) {
  console.error(`failed: ${failed[0]}`);
  process.exitCode = 1;
}
