import { randomUUID } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Readable and writable for nobody but the owner of the process. */
const OWNER = 0o600;
const READ_ONLY = 0o400;

/**
 * A whole file or none, on the disk when this returns: written aside, synced, renamed, and the folder synced, because a
 * name that is not on the disk is a file that is not there. Replaces what had the name.
 */
export const writeDurably = (path: string, bytes: Uint8Array | string): void => {
  const aside = `${path}.${randomUUID()}`;
  try {
    writeAside(aside, bytes);
    renameSync(aside, path);
  } catch (fault) {
    rmSync(aside, { force: true });
    throw fault;
  }
  syncFolder(dirname(path));
};

const writeAside = (aside: string, bytes: Uint8Array | string): void => {
  const file = openSync(aside, "wx", OWNER);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const isTaken = (fault: unknown): boolean =>
  fault instanceof Error && "code" in fault && fault.code === "EEXIST";

/**
 * The same for a file that is never written again: false, and nothing is changed, when the name is there already.
 * Nobody may write to it afterwards, not even its owner.
 */
export const writeOnce = (path: string, bytes: string): boolean => {
  const aside = `${path}.${randomUUID()}`;
  writeDurably(aside, bytes);
  chmodSync(aside, READ_ONLY);
  try {
    linkSync(aside, path);
  } catch (fault) {
    if (!isTaken(fault)) throw fault;
    return false;
  } finally {
    unlinkSync(aside);
    syncFolder(dirname(path));
  }
  return true;
};

/** Puts the names in a folder on the disk. */
export const syncFolder = (path: string): void => {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

const putAside = async (aside: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(aside, "wx", OWNER);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** `writeDurably` for larger files, beside the event loop. On a full disk nothing is left that fills it further. */
export const putDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const aside = `${path}.${randomUUID()}`;
  try {
    await putAside(aside, bytes);
    await rename(aside, path);
  } catch (fault) {
    await rm(aside, { force: true });
    throw fault;
  }
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
