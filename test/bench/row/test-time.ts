import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import type { Row } from "../row.ts";

export const testTime: Row = {
  name: "npm test",
  goal: "≤ 120 s on 2 cores",
  async measure() {
    const begun = performance.now();
    const root = resolve(import.meta.dirname, "../../..");
    const { status, stdout } = spawnSync(process.execPath, ["test/run.ts"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    const seconds = (performance.now() - begun) / 1000;
    const [, passed = "0", failed = "0"] = /(\d+) passed, (\d+) failed\s*$/.exec(stdout) ?? [];
    return {
      met: status === 0 && seconds <= 120,
      figures: { s: seconds, passed: Number(passed), failed: Number(failed) },
    };
  },
};
