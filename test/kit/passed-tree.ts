/** Remembers over which tree every test has passed, so that `npm run check` does not run them again over the same. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import * as z from "zod";

const root = resolve(import.meta.dirname, "../..");
const file = join(root, ".build/passed.json");

const Passed = z.object({ tree: z.string(), passed: z.int().positive() });

/** The project's own .gitignore and no other list, so that nobody's habits hide a file. */
const LIST = ["ls-files", "-z", "--cached", "--others", "--exclude-per-directory=.gitignore"];

const contentOf = (path: string): Uint8Array | string => {
  try {
    return readFileSync(path);
  } catch {
    return "cannot be read";
  }
};

/**
 * A hash of the name and content of every file under `folder` that is not ignored, also of those git does not know yet, of what is
 * installed, and of this machine and its Node. Undefined where git cannot tell the files.
 */
export const treeNow = (folder = root): string | undefined => {
  const { status, stdout } = spawnSync("git", LIST, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) return undefined;
  const paths = new Set([...stdout.split("\0").filter(Boolean), "node_modules/.package-lock.json"]);
  const whole = createHash("sha256").update(JSON.stringify([hostname(), arch(), process.version]));
  for (const path of [...paths].toSorted())
    whole.update(`${path}\0`).update(
      createHash("sha256")
        .update(contentOf(join(folder, path)))
        .digest(),
    );
  return whole.digest("hex");
};

/** How many tests have passed over `tree`; undefined when not all of them have, or they have not run. */
export const passedOver = (tree: string | undefined): number | undefined => {
  try {
    const known = Passed.parse(JSON.parse(readFileSync(file, "utf8")));
    return known.tree === tree ? known.passed : undefined;
  } catch {
    return undefined;
  }
};

export const forgetPassed = (): void => rmSync(file, { force: true });

export const rememberPassed = (tree: string, passed: number): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ tree, passed }));
};
