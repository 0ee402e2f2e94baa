/** The grant that lets anybody be anybody is in the local window and nowhere else. */
import { build } from "esbuild";
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { before, test } from "node:test";

const root = join(import.meta.dirname, "../..");

/** Entries of this machine: the local window, its start, and the step that bundles. */
const isLocal = (file: string): boolean => /^(local(-[a-z-]+)?|start|bundle)\.ts$/.test(basename(file));

const entries = globSync("functions/*.ts", { cwd: root });
const bundled = async (files: readonly string[]) => {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    outdir: ".build/law",
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    external: ["oidc-provider", "@aws-sdk/*"],
    metafile: true,
    write: false,
    logLevel: "error",
  });
  return { inputs: Object.keys(metafile.inputs), text: outputFiles.map(({ text }) => text).join("\n") };
};

let cloud: Awaited<ReturnType<typeof bundled>>;
before(async () => {
  cloud = await bundled(entries.filter((file) => !isLocal(file)));
});

test("there are cloud entries, and the API is among them", () => {
  assert.ok(cloud.inputs.includes("packages/http/src/create-app.ts"));
});

test("no cloud bundle holds the demonstration grant, its people or its provider", () => {
  for (const word of ["grant:demonstration", "oidc-provider", "li-jing"])
    assert.ok(!cloud.text.includes(word), word);
  const local = cloud.inputs.filter((file) => /^packages\/(local|department-kit)\//.test(file));
  assert.deepEqual(local, []);
});

test("the local bundle does hold it, so that this law can see", async () => {
  const { text } = await bundled(["functions/local.ts"]);
  for (const word of ["grant:demonstration", "oidc-provider", "li-jing"])
    assert.ok(text.includes(word), word);
});
