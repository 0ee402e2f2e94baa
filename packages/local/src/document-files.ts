import type { ApplicationId, DocumentId } from "@window/domain/id.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import { openBytes, sealBytes } from "@window/node/cipher.ts";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { putDurably, syncFolder } from "./durable-file.ts";
import { openTurns } from "./in-turns.ts";
import { onDisk } from "./store-fault.ts";
import { nameOf } from "./object-name.ts";

/** Document bytes as encrypted files, one per version: `documents/<application>/<document>/<version>`. */
export interface DocumentFiles {
  /** Resolves when the bytes and the way to them are on the disk. */
  write(key: ObjectKey, version: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when it is not there (any more). */
  read(key: ObjectKey, version: string): Promise<Uint8Array | undefined>;
  erase(application: ApplicationId, document?: DocumentId): Promise<void>;
  eraseVersion(key: ObjectKey, version: string): Promise<void>;
  /** The same at once, with what a write that was cut off has left of the version beside it. */
  sweep(key: ObjectKey, version: string): void;
}

/** Bound to its place: a file moved to another name does not open. */
const contextOf = (key: ObjectKey, version: string): string => `${nameOf(key)}/${version}`;

const readIfThere = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(path);
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return undefined;
    throw fault;
  }
};

/** Puts it on the disk that names are gone; where the folder itself is gone there are none. */
const syncIfThere = (folder: string): void => {
  if (existsSync(folder)) syncFolder(folder);
};

export const openDocumentFiles = (folder: DataFolder): DocumentFiles => {
  const root = folder.place("documents");
  // No folder is taken away under a file that is just being put into it.
  const inTurn = openTurns();
  const secret = ({ application }: ObjectKey) => folder.key(`documents/${application}`);
  const pathOf = (key: ObjectKey, version: string): string => join(root, nameOf(key), version);
  return {
    write: (key, version, bytes) =>
      inTurn(key.application, async () => {
        const path = pathOf(key, version);
        const sealed = sealBytes(secret(key), contextOf(key, version), bytes);
        const made = await onDisk(() => mkdir(dirname(path), { recursive: true, mode: 0o700 }));
        await onDisk(() => putDurably(path, sealed));
        if (made === undefined) return;
        syncFolder(dirname(dirname(path)));
        syncFolder(root);
      }),
    async read(key, version) {
      const sealed = await onDisk(() => readIfThere(pathOf(key, version)));
      return sealed && openBytes(secret(key), contextOf(key, version), sealed);
    },
    erase: (application, document) =>
      inTurn(application, async () => {
        const own = join(root, application);
        await rm(document === undefined ? own : join(own, document), { recursive: true, force: true });
        syncIfThere(document === undefined ? root : own);
      }),
    async eraseVersion(key, version) {
      await rm(pathOf(key, version), { force: true });
      syncIfThere(join(root, nameOf(key)));
    },
    sweep(key, version) {
      const own = join(root, nameOf(key));
      if (!existsSync(own)) return;
      for (const name of readdirSync(own)) if (name.startsWith(version)) rmSync(join(own, name));
      syncFolder(own);
    },
  };
};
