import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { startedWindow } from "../../kit/started-window.ts";
import { temporaryFolder } from "../../kit/temporary-folder.ts";
import type { Row } from "../row.ts";

const root = resolve(import.meta.dirname, "../../..");

export const freshClone: Row = {
  name: "fresh clone to ready window",
  goal: "≤ 60 s, ≤ 800 MB installed",
  async measure() {
    const temporary = temporaryFolder();
    const folder = join(temporary.path, "clone");
    const begun = performance.now();
    execFileSync("git", ["clone", "--quiet", "--depth", "1", `file://${root}`, folder]);
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "ignore" });
    const environment = { PORT: "0", WINDOW_DATA: join(temporary.path, "data") };
    const window = await startedWindow(environment, join(folder, "functions/start.ts"));
    const seconds = (performance.now() - begun) / 1000;
    await window.end("SIGTERM");
    const size = Number(execFileSync("du", ["-sm", folder], { encoding: "utf8" }).split("\t")[0]);
    temporary.remove();
    return { met: seconds <= 60 && size <= 800, figures: { "ready s": seconds, "installed MB": size } };
  },
};
