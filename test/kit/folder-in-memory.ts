import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
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

const PREFIX = "window-tests-";
const NAME = /^window-tests-(\d+)-\w+$/;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // Somebody else's process is alive too.
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
};

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** What processes have left that were killed without a word; each folder bears the number of its own. */
const sweep = (): void => {
  for (const name of readdirSync(SHARED_MEMORY)) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) remove(join(SHARED_MEMORY, name));
  }
};

/** Signals that end a process without its last words, by their numbers. */
const ENDINGS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * A folder in memory for the temporary folders of this process and its children, where the machine has room there; it goes
 * with the process. What tests write need not outlive a power cut, and a suite that opens hundreds of data folders
 * waits for the disk half of its time.
 */
export const folderInMemory = (): string | undefined => {
  if (!hasRoom()) return undefined;
  sweep();
  const folder = mkdtempSync(join(SHARED_MEMORY, `${PREFIX}${String(process.pid)}-`));
  process.once("exit", () => remove(folder));
  for (const [signal, number] of Object.entries(ENDINGS))
    process.once(signal, () => process.exit(128 + number));
  return folder;
};
