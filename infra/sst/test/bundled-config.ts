import { build } from "esbuild";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";

const root = join(import.meta.dirname, "../../..");

/** Beside Pulumi's packages, which stay outside of the bundle, as under `.sst/platform`. */
const outfile = join(root, "infra/sst/.build/sst.config.mjs");

const App = z.object({
  name: z.string(),
  version: z.string(),
  home: z.string(),
  protect: z.boolean(),
  removal: z.string(),
});

const Config = z.object({
  default: z.object({
    app: z.function({ input: [z.object({ stage: z.string() })], output: App }),
    run: z.custom<() => Promise<unknown>>((value) => typeof value === "function"),
  }),
});
export type SstConfig = z.infer<typeof Config>["default"];

/** SST puts its providers under their global names into every file of ours. */
const GLOBALS = 'import * as aws from "@pulumi/aws";\n';

/**
 * `sst.config.ts` bundled and loaded as SST 4.17.1 does it: its own packages stay outside, and a file of ours that
 * imports a provider under its global name fails. `atTheTop` are the static imports, for which SST refuses a file.
 */
export const bundledConfig = async (): Promise<{ config: SstConfig; atTheTop: readonly string[] }> => {
  mkdirSync(dirname(outfile), { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["sst.config.ts"],
    outfile,
    bundle: true,
    metafile: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    external: ["@pulumi/*", "@aws-sdk/*", "esbuild", "undici"],
    banner: { js: "function $config(input) { return input }" },
    plugins: [
      {
        name: "globals",
        setup: (bundle) => {
          bundle.onLoad({ filter: /infra\/sst\/[^/]+\.ts$/ }, ({ path }) => ({
            contents: GLOBALS + readFileSync(path, "utf8"),
            loader: "ts",
          }));
        },
      },
    ],
  });
  const imports = metafile.inputs["sst.config.ts"]?.imports ?? [];
  return {
    config: Config.parse(await import(outfile)).default,
    atTheTop: imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => path),
  };
};
