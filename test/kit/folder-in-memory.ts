import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const SHARED_MEMORY = "/dev/shm";
/** More than all that the tests lay down; containers often have 64 MB there. */
const ROOM = 2 ** 30;

const hasRoom = (): boolean => {
  try {
    accessSync(SHARED_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(SHARED_MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
};

/**
 * A folder in memory for the temporary folders of this process and its children, where the machine has room there; it goes
 * with the process. What tests write need not outlive a power cut, and a suite that opens hundreds of data folders
 * waits for the disk half of its time.
 */
export const folderInMemory = (): string | undefined => {
  if (!hasRoom()) return undefined;
  const folder = mkdtempSync(join(SHARED_MEMORY, "window-tests-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
