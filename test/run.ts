/**
 * Runs every `*.test.ts`, each in a process of its own, or only those under the paths given as arguments.
 * The last line is `N passed, N failed`; exits with 1 when a test failed or none ran.
 */
import { existsSync, globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { freshBundle, localWindow } from "../functions/bundle.ts";
import { folderInMemory } from "./kit/folder-in-memory.ts";
import { runFile } from "./kit/run-file.ts";
import type { FileOutcome } from "./kit/run-file.ts";

const root = resolve(import.meta.dirname, "..");
const secondsPerFile = 120;

// The window reckons in Asia/Shanghai wherever it runs; a test that leans on the machine's zone fails here.
process.env["TZ"] ??= "America/St_Johns";

// Each file is a process of its own and loads much of what the others load: Node keeps what it has compiled of it.
process.env["NODE_COMPILE_CACHE"] ??= join(root, ".build/compiled");

const inMemory = process.env["TMPDIR"] === undefined ? folderInMemory() : undefined;
if (inMemory !== undefined) process.env["TMPDIR"] = inMemory;

const wanted = (): readonly string[] => {
  const every = globSync("{packages/*/test,test/{contract,rules,wire,journey,simulate}}/**/*.test.ts", {
    cwd: root,
  });
  const files = every.map((file) => join(root, file)).toSorted();
  const paths = process.argv.slice(2).map((path) => resolve(path));
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

const builds = await bundleBuilds();
const { passed, failed } = await runAll(wanted());
const everyFailure = failed + (builds ? 0 : 1);
if (passed + failed === 0) console.log("no test ran");
console.log(`${passed} passed, ${everyFailure} failed`);
process.exitCode = everyFailure > 0 || passed === 0 ? 1 : 0;
