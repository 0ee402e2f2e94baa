import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../kit/temporary-folder.ts";

/** Somewhere for a data folder that can run full, or become read-only, under a window that is open. */
export interface NarrowPlace {
  readonly data: string;
  /** The command before the window's, which sets the limit. */
  readonly before: readonly string[];
  /** Nothing more can be written by the process of this id. */
  narrow(pid: number): void;
  /** There is room again. */
  widen(pid: number): void;
  remove(): void;
}

const KILOBYTE = 1024;

const command = (name: string, ...given: readonly string[]): void => {
  const { status, stderr, error } = spawnSync(name, given, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} ${given.join(" ")}: ${error?.message ?? stderr}`);
};

/** No file of the process may become larger (RLIMIT_FSIZE); needs no rights. */
export const limitedFiles = (): NarrowPlace => {
  const folder = temporaryFolder();
  const limit = (pid: number, bytes: string): void =>
    command("prlimit", "--pid", String(pid), `--fsize=${bytes}:unlimited`);
  return {
    data: join(folder.path, "data"),
    // Whoever ignores the signal is told by the write that fails.
    before: ["sh", "-c", 'trap "" XFSZ; exec "$@"', "sh"],
    narrow: (pid) => limit(pid, String(KILOBYTE)),
    widen: (pid) => limit(pid, "unlimited"),
    remove: () => folder.remove(),
  };
};

/** A file system of its own of four megabytes; undefined where none may be mounted. */
const mounted = () => {
  const folder = temporaryFolder();
  const place = join(folder.path, "disk");
  mkdirSync(place);
  try {
    command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place);
  } catch {
    folder.remove();
    return undefined;
  }
  const unmount = (): void => {
    command("umount", place);
    folder.remove();
  };
  return { place, data: join(place, "data"), before: [], remove: unmount };
};

/** The disk runs full: somebody else fills what is left of it. */
export const fullDisk = (): NarrowPlace | undefined => {
  const disk = mounted();
  if (disk === undefined) return undefined;
  const ballast = join(disk.place, "ballast");
  const fill = (): void => {
    for (let size = KILOBYTE * KILOBYTE, number = 0; size >= 4 * KILOBYTE; number += 1)
      try {
        writeFileSync(`${ballast}-${number}`, Buffer.alloc(size));
      } catch {
        rmSync(`${ballast}-${number}`, { force: true });
        size /= 2;
      }
  };
  const empty = (): void => command("sh", "-c", `rm -f ${ballast}-*`);
  return { ...disk, narrow: fill, widen: empty };
};

/** A file system that can be made read-only while nobody has it open. */
export const lockableDisk = () => {
  const disk = mounted();
  if (disk === undefined) return undefined;
  const remount = (how: string): void => command("mount", "-o", `remount,${how},size=4m`, disk.place);
  return { data: disk.data, lock: () => remount("ro"), unlock: () => remount("rw"), remove: disk.remove };
};
