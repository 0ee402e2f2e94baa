import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** The path of an empty folder that goes with the test. */
export const temporaryFolder = (context: TestContext): string => {
  const path = mkdtempSync(join(tmpdir(), "window-"));
  context.after(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
};
