/**
 * `npm run bench`: measures every row of the budgets and stores the figures with versions and machine under results/;
 * `npm run bench -- timers start` only the rows of those names. `draw.ts` makes the picture of the newest ones.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { machine } from "./machine.ts";
import type { Row } from "./row.ts";
import { apiFunction } from "./row/api-function.ts";
import { awsUnits } from "./row/aws-units.ts";
import { explained } from "./row/explain.ts";
import { freshClone } from "./row/fresh-clone.ts";
import { fullCases } from "./row/full-cases.ts";
import { memory } from "./row/memory.ts";
import { openLoop } from "./row/open-loop.ts";
import { pageVitals } from "./row/page-vitals.ts";
import { pageWeight } from "./row/page-weight.ts";
import { start } from "./row/start.ts";
import { testTime } from "./row/test-time.ts";
import { timers } from "./row/timers.ts";

const rows: Readonly<Record<string, Row>> = {
  "full-cases": fullCases,
  "open-loop": openLoop,
  memory,
  timers,
  explained,
  start,
  "api-function": apiFunction,
  "aws-units": awsUnits,
  "page-weight": pageWeight,
  "page-vitals": pageVitals,
  "test-time": testTime,
  "fresh-clone": freshClone,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => rows[name] === undefined);
if (unknown.length > 0)
  throw new Error(`no row is called ${unknown.join(", ")}; rows: ${Object.keys(rows).join(", ")}`);

const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
let failed = false;
for (const [id, { name, goal, measure }] of Object.entries(rows)) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const on = machine();
  try {
    const measured = await measure();
    const shown = Object.entries(measured.figures).map(
      ([what, figure]) => `${what} ${Number(figure.toPrecision(4))}`,
    );
    console.log(`${measured.met ? "met   " : "missed"} ${name} (${goal}): ${shown.join(", ")}`);
    const at = new Date(performance.timeOrigin + performance.now()).toISOString();
    writeFileSync(
      join(folder, `${id}.json`),
      `${JSON.stringify({ id, name, goal, at, ...measured, on }, null, 2)}\n`,
    );
  } catch (error) {
    failed = true;
    console.log(`FAILED ${name}:`, error);
  }
}
process.exitCode = failed ? 1 : 0;
