/**
 * `npm run check`: format, types, lint, import fence and unused code, as many at a time as there are cores, then every
 * test unless they have passed over the very same tree (test/kit/passed-tree.ts). Exits with 1 when anything failed.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** The longest first. */
const parts = ["lint", "format", "types", "fence", "unused"] as const;

const holds = async (part: string): Promise<boolean> => {
  const began = performance.now();
  const child = spawn("npm", ["run", "--silent", `check:${part}`], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(child, "close");
  const held = child.exitCode === 0;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${held ? "ok  " : "FAIL"} ${part} (${seconds} s)\n${output.trimEnd().replace(/^/gm, "  | ")}`);
  return held;
};

const queue = parts.values();
const held: boolean[] = [];
const worker = async (): Promise<void> => {
  for (const part of queue) held.push(await holds(part));
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));

const tests = spawnSync(process.execPath, [join(root, "test/run.ts"), "--unless-passed"], {
  stdio: "inherit",
});
process.exitCode = tests.status === 0 && held.every(Boolean) ? 0 : 1;
