import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";
import type { Row } from "../row.ts";

const root = resolve(import.meta.dirname, "../../..");
const Used = z.record(z.string(), z.number());

/** Counted by `test/cloud/units-of-a-case.cloud.ts` on the emulator, where the real assembly is deployed. */
export const awsUnits: Row = {
  name: "units of AWS for a case of two departments and two papers",
  goal: "≤ 6 transitions, ≤ 25 invocations, ≤ 40 write units",
  async measure() {
    const { status, stdout } = spawnSync(process.execPath, ["test/cloud/run.ts", "units-of-a-case"], {
      cwd: root,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stdout);
    const used = Used.parse(JSON.parse(readFileSync(resolve(root, ".build/cloud/units.json"), "utf8")));
    const { transitions = Infinity, invocations = Infinity, "write units": writes = Infinity } = used;
    return {
      met: transitions <= 6 && invocations <= 25 && writes <= 40,
      figures: used,
      note: "The budget is for one department without papers; this is the shipped rent subsidy.",
    };
  },
};
