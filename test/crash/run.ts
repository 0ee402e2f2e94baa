/**
 * `npm run test:crash`: kill -9 at every point between two side effects of the main journey and at random instants under
 * load, then every `*.fault.ts` of this folder. `-- --point "COMMIT 12"` or `-- --seed 3` tries one of them again, and
 * `-- --faults` the files alone. The last line is `N passed, N failed`; exits with 1 when anything failed.
 */
import { globSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { freshBundle, localWindow } from "../../functions/bundle.ts";
import { folderInMemory } from "../kit/folder-in-memory.ts";
import { runFile } from "../kit/run-file.ts";
import { everyPoint, pointNamed } from "./every-point.ts";
import { randomInstants } from "./random-instants.ts";
import { openTally } from "./tally.ts";
import { sayStarts } from "./say-starts.ts";

const SECONDS_PER_FILE = 300;

process.env["TZ"] ??= "America/St_Johns";

// Windows find compiled what one of them has compiled, as those of `npm start` do.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "../../.build/compiled");

// A kill leaves what was written whether it lies on a disk or in memory; only waiting for the disk is saved.
const inMemory = process.env["TMPDIR"] === undefined ? folderInMemory() : undefined;
if (inMemory !== undefined) process.env["TMPDIR"] = inMemory;

const { values: asked } = parseArgs({
  options: {
    point: { type: "string" },
    seed: { type: "string" },
    faults: { type: "boolean", default: false },
  },
});
const tally = openTally();
const began = performance.now();
const bundle = await freshBundle(localWindow);

const faultFiles = async (): Promise<void> => {
  for (const file of globSync(join(import.meta.dirname, "*.fault.ts")).toSorted()) {
    const { passed, failures, output } = await runFile(file, SECONDS_PER_FILE);
    tally.say(`${failures.length > 0 ? "FAIL" : "ok  "} ${relative(".", file)}: ${passed} passed`);
    for (const { name, error } of failures) tally.say(`\n  ✖ ${name}\n${error.replace(/^/gm, "    ")}\n`);
    if (failures.length > 0) tally.say(output.trimEnd().replace(/^/gm, "  | "));
    tally.add(passed, failures.length);
  }
};

if (asked.point !== undefined) await everyPoint(bundle, tally, pointNamed(asked.point));
else if (asked.seed !== undefined) await randomInstants(bundle, tally, Number(asked.seed));
else {
  if (!asked.faults) {
    await everyPoint(bundle, tally);
    await randomInstants(bundle, tally);
    sayStarts(tally);
  }
  await faultFiles();
}
tally.say(`in ${Math.round((performance.now() - began) / 1000)} s`);
tally.say(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
