import { buildSync } from "esbuild";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** CommonJS packages inside an ES module still ask for `require`. */
const banner =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** Where the list of what went into a bundle lies, for the law that compares it with the role. */
export const metafileOf = (name: string): string => join(root, ".build/functions", `${name}.json`);

/**
 * Bundles `functions/<name>.ts` for Node 24 and returns the folder: `index.mjs`, and a chunk for each part that is
 * loaded when first needed. The SDK is bundled too: a pinned one starts in half the time of the runtime's own.
 */
export const bundleOf = (name: string): string => {
  const known = made.get(name);
  if (known !== undefined) return known;
  const folder = build(name);
  made.set(name, folder);
  return folder;
};

/** All stages of one process share their bundles. */
const made = new Map<string, string>();

const build = (name: string): string => {
  const outdir = join(root, ".build/functions", name);
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: { index: `functions/${name}.ts` },
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    // The ES module form of the SDK: what is not used stays out.
    mainFields: ["module", "main"],
    sourcemap: "linked",
    sourcesContent: false,
    alias: { "@aws-sdk/credential-provider-node": "./packages/aws/src/credentials.ts" },
    banner: { js: banner },
    metafile: true,
    logLevel: "warning",
  });
  writeFileSync(metafileOf(name), JSON.stringify(metafile));
  return outdir;
};
