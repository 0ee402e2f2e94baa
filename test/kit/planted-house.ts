/** A house beside the real one, with the same fence and the same packages, into which a test plants imports. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";

const root = resolve(import.meta.dirname, "../..");

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const linkPackages = (house: string): void => {
  const modules = join(house, "node_modules");
  mkdirSync(join(modules, "@window"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@window" && !name.startsWith("."))
      symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  for (const name of readdirSync(join(root, "packages"))) {
    mkdirSync(join(house, "packages", name, "src"), { recursive: true });
    cpSync(join(root, "packages", name, "package.json"), join(house, "packages", name, "package.json"));
    writeFileSync(join(house, "packages", name, "src/known.ts"), "export const known = 1;\n");
    symlinkSync(join(house, "packages", name), join(modules, "@window", name));
  }
};

/**
 * Writes each file with its text into a new house, runs the fence over it and returns, per file, the names of
 * the rules it breaks. Every package of the house has a file `known.ts`. Nothing is left behind.
 */
export const brokenRules = (
  files: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly string[]> => {
  const house = mkdtempSync(join(tmpdir(), "window-fence-"));
  try {
    for (const file of [".dependency-cruiser.mjs", "tsconfig.json", "package.json"])
      cpSync(join(root, file), join(house, file));
    linkPackages(house);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), text);
    }
    const cruiser = join(root, "node_modules/.bin/depcruise");
    const folders = ["packages", "functions", "infra", "test"];
    for (const folder of folders) mkdirSync(join(house, folder), { recursive: true });
    const options = ["--config", ".dependency-cruiser.mjs", "--output-type", "json"];
    const { stdout, stderr } = spawnSync(process.execPath, [cruiser, ...options, ...folders], {
      cwd: house,
      encoding: "utf8",
    });
    if (stdout === "") throw new Error(`the cruiser told nothing: ${stderr}`);
    const broken = new Map<string, string[]>();
    for (const { from, rule } of Report.parse(JSON.parse(stdout)).summary.violations) {
      broken.set(from, [...(broken.get(from) ?? []), rule.name]);
    }
    return broken;
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
};
