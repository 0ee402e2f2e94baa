import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle, localWindow } from "../../functions/bundle.ts";

const root = join(import.meta.dirname, "../..");

/** One change to one source file, made in a bundle alone. */
export type Fault = { readonly file: string; readonly from: string; readonly to: string };

/**
 * The local window with a fault in it, as a bundle of its own. `from` has to stand in the file exactly once, so that a
 * fault whose place has moved is found out. The bundle lies where node_modules can be found; `remove` takes it away.
 */
export const bundleWith = async ({ file, from, to }: Fault) => {
  const source = join(root, file);
  const text = readFileSync(source, "utf8");
  assert.equal(text.split(from).length, 2, `${file} holds once: ${from}`);
  const outfile = `.build/planted-${process.pid}.mjs`;
  const path = await bundle({ ...localWindow, outfile }, [
    {
      name: "planted-fault",
      setup: (step) => {
        step.onLoad({ filter: /\.ts$/ }, ({ path }) =>
          path === source ? { contents: text.replace(from, () => to), loader: "ts" } : undefined,
        );
      },
    },
  ]);
  const remove = () => {
    for (const end of ["", ".map", ".inputs.json"]) rmSync(path + end);
  };
  return { bundle: path, remove };
};
