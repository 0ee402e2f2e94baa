import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder and the way to get rid of it. */
export const temporaryFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), "window-"));
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
};
