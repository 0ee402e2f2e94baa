/**
 * Unused files, exports and dependencies: runs knip over a copy of the sources.
 *
 * Every package exports its whole `src` (`"./*": "./src/*"`), and knip takes whatever a package exports as
 * used by somebody outside. Here nobody is outside: in the copy the packages export nothing and their names
 * are resolved by paths, so what no entry and no test reaches is told.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import * as z from "zod";

const Manifest = z.looseObject({ exports: z.unknown() });
const Config = z.looseObject({ compilerOptions: z.looseObject({}) });

const root = resolve(import.meta.dirname, "../..");
const notSource = new Set(["node_modules", ".git", ".build", ".window", "cdk.out", ".gitignore"]);

const rewrite = (file: string, change: (text: string) => unknown): void => {
  writeFileSync(file, JSON.stringify(change(readFileSync(file, "utf8"))));
};

const copySources = (copy: string): void => {
  cpSync(root, copy, { recursive: true, filter: (source) => !notSource.has(basename(source)) });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  const packages = readdirSync(join(copy, "packages"));
  for (const name of packages) {
    rewrite(join(copy, "packages", name, "package.json"), (text) => {
      const { exports: _, ...manifest } = Manifest.parse(JSON.parse(text));
      return manifest;
    });
  }
  const paths = Object.fromEntries(
    packages.map((name) => [`@window/${name}/*`, [`./packages/${name}/src/*`]]),
  );
  rewrite(join(copy, "tsconfig.json"), (text) => {
    const config = Config.parse(JSON.parse(text));
    return { ...config, compilerOptions: { ...config.compilerOptions, paths } };
  });
};

const copy = mkdtempSync(join(tmpdir(), "window-unused-"));
try {
  copySources(copy);
  const knip = join(root, "node_modules/knip/bin/knip.js");
  const { status } = spawnSync(
    process.execPath,
    [knip, "--no-progress", "--no-config-hints", ...process.argv.slice(2)],
    {
      cwd: copy,
      stdio: "inherit",
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
