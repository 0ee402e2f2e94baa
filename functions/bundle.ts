/**
 * The esbuild step for what runs as a bundle on this machine: `npm start`, and tests that start a window in a
 * process of its own. Lambda's is infra/part/bundle.ts (docs/adr/0002-type-stripping-and-bundles.md).
 */
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "esbuild";
import * as z from "zod";

const root = resolve(import.meta.dirname, "..");

export type Bundle = {
  /** Source file, relative to the root of the project. */
  readonly entry: string;
  /** Where the bundle goes, relative to the root; its source map and list of inputs lie beside it. */
  readonly outfile: string;
  /** Packages that stay outside and are found in node_modules at run time. */
  readonly external: readonly string[];
};

/** The whole window on one machine, with all its packages: hundreds of small files would double its start. */
export const localWindow: Bundle = {
  entry: "functions/local.ts",
  outfile: ".build/local.mjs",
  external: [],
};

// CommonJS packages inside an ES module still ask for `require`.
const requireForCommonJs =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

const writeWhole = async (file: string, content: Uint8Array | string): Promise<void> => {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, content);
  await rename(aside, file);
};

/**
 * Builds one bundle for Node 24 and returns its absolute path; rejects with esbuild's errors.
 * Files are written aside and renamed, so a process that starts meanwhile reads a whole one. `plugins` are for tests.
 */
export const bundle = async (
  { entry, outfile, external }: Bundle,
  plugins: readonly Plugin[] = [],
): Promise<string> => {
  // A start that finds a fresh bundle does not need it.
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    sourcemap: true,
    external: [...external],
    plugins: [...plugins],
    banner: { js: requireForCommonJs },
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  const path = join(root, outfile);
  await mkdir(dirname(path), { recursive: true });
  for (const file of outputFiles) await writeWhole(file.path, file.contents);
  // The lockfile stands for packages: npm unpacks files with dates of long ago.
  const inputs = ["package-lock.json", "functions/bundle.ts", ...Object.keys(metafile.inputs)];
  await writeWhole(`${path}.inputs.json`, JSON.stringify(inputs));
  return path;
};

const isNewerThanItsInputs = async (path: string): Promise<boolean> => {
  const inputs = z.array(z.string()).parse(JSON.parse(await readFile(`${path}.inputs.json`, "utf8")));
  const { mtimeMs } = await stat(path);
  const dates = await Promise.all(inputs.map(async (input) => (await stat(join(root, input))).mtimeMs));
  return dates.every((date) => date < mtimeMs);
};

/** The same, but only when a source has changed since the last time. */
export const freshBundle = async (wanted: Bundle): Promise<string> => {
  const path = join(root, wanted.outfile);
  // Whatever is missing here, the bundle or one of its sources: building tells what is wrong.
  const fresh = await isNewerThanItsInputs(path).catch(() => false);
  return fresh ? path : bundle(wanted);
};
