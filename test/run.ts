/**
 * Runs every `*.test.ts`, each in a process of its own, or only those under the paths given as arguments. With
 * `--unless-passed` it runs none when all of them have passed over the very same tree, and says so.
 * The last line is `N passed, N failed`; exits with 1 when a test failed or none ran.
 */
import { existsSync, globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { freshBundle, localWindow } from "../functions/bundle.ts";
import { forgetPassed, passedOver, rememberPassed, treeNow } from "./kit/passed-tree.ts";
import { folderInMemory } from "./kit/folder-in-memory.ts";
import { runFile } from "./kit/run-file.ts";
import type { FileOutcome } from "./kit/run-file.ts";

const root = resolve(import.meta.dirname, "..");
/** One that hangs is ended; on a machine that others use, histories of the simulation take minutes. */
const secondsPerFile = 300;

// The window reckons in Asia/Shanghai wherever it runs; a test that leans on the machine's zone fails here.
process.env["TZ"] ??= "America/St_Johns";

// Each file is a process of its own and loads much of what the others load: Node keeps what it has compiled of it.
process.env["NODE_COMPILE_CACHE"] ??= join(root, ".build/compiled");

const inMemory = process.env["TMPDIR"] === undefined ? folderInMemory() : undefined;
if (inMemory !== undefined) process.env["TMPDIR"] = inMemory;

const words = process.argv.slice(2);
const unlessPassed = words.includes("--unless-passed");
const named = words.filter((word) => word !== "--unless-passed");

const wanted = (): readonly string[] => {
  const every = globSync("{packages/*/test,test/{contract,rules,wire,journey,simulate}}/**/*.test.ts", {
    cwd: root,
  });
  const files = every.map((file) => join(root, file)).toSorted();
  const paths = named.map((path) => resolve(path));
  if (paths.length === 0) return files;
  const within = paths.flatMap((path) =>
    files.filter((file) => file === path || file.startsWith(path + sep)),
  );
  // A file named outright is run wherever it lies.
  return [...new Set([...within, ...paths.filter((path) => path.endsWith(".test.ts"))])];
};

const report = ({ file, passed, skipped, failures, output }: FileOutcome, milliseconds: number): void => {
  const counts = [
    `${passed} passed`,
    failures.length > 0 && `${failures.length} failed`,
    skipped > 0 && `${skipped} skipped`,
  ];
  const name = relative(root, file);
  console.log(
    `${failures.length > 0 ? "FAIL" : "ok  "} ${name}: ${counts.filter(Boolean).join(", ")} (${milliseconds} ms)`,
  );
  for (const failure of failures) {
    console.log(`\n  ✖ ${failure.name}\n    ${name}\n${failure.error.replace(/^/gm, "    ")}\n`);
  }
  if (failures.length > 0 && output !== "")
    console.log(`  output of ${name}:\n${output.trimEnd().replace(/^/gm, "  | ")}\n`);
};

const runAll = async (files: readonly string[]): Promise<{ passed: number; failed: number }> => {
  const total = { passed: 0, failed: 0 };
  const queue = files.values();
  const worker = async (): Promise<void> => {
    for (const file of queue) {
      const start = performance.now();
      const outcome = await runFile(file, secondsPerFile);
      report(outcome, Math.round(performance.now() - start));
      total.passed += outcome.passed;
      total.failed += outcome.failures.length;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return total;
};

const bundleBuilds = async (): Promise<boolean> => {
  if (!existsSync(join(root, localWindow.entry))) return true;
  return freshBundle(localWindow).then(
    () => true,
    (error: unknown) => {
      console.log(`FAIL the bundle of ${localWindow.entry}:`, error);
      return false;
    },
  );
};

const runWanted = async (tree: string | undefined): Promise<void> => {
  if (named.length === 0) forgetPassed();
  const builds = await bundleBuilds();
  const { passed, failed } = await runAll(wanted());
  const everyFailure = failed + (builds ? 0 : 1);
  if (passed + failed === 0) console.log("no test ran");
  console.log(`${passed} passed, ${everyFailure} failed`);
  process.exitCode = everyFailure > 0 || passed === 0 ? 1 : 0;
  // What was changed while they ran was not tested as it is now.
  if (process.exitCode === 0 && named.length === 0 && tree !== undefined && tree === treeNow())
    rememberPassed(tree, passed);
};

const tree = treeNow();
const before = unlessPassed && named.length === 0 ? passedOver(tree) : undefined;
if (before === undefined) await runWanted(tree);
else {
  console.log("not run again: every test has passed over this very tree, on this machine, with this Node");
  console.log(`${before} passed, 0 failed`);
}
