import type { ApplicationId } from "@window/domain/id.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import { openBytes, sealBytes } from "@window/node/cipher.ts";
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { putDurably, syncFolder } from "./durable-file.ts";
import { nameOf } from "./object-name.ts";

/** Document bytes as encrypted files, one per version: `documents/<application>/<document>/<version>`. */
export interface DocumentFiles {
  /** Resolves when the bytes and the way to them are on the disk. */
  write(key: ObjectKey, version: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when it is not there (any more). */
  read(key: ObjectKey, version: string): Promise<Uint8Array | undefined>;
  erase(application: ApplicationId): Promise<void>;
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

export const openDocumentFiles = (folder: DataFolder): DocumentFiles => {
  const root = folder.place("documents");
  const secret = ({ application }: ObjectKey) => folder.key(`documents/${application}`);
  const pathOf = (key: ObjectKey, version: string): string => join(root, nameOf(key), version);
  return {
    async write(key, version, bytes) {
      const path = pathOf(key, version);
      const sealed = sealBytes(secret(key), contextOf(key, version), bytes);
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await putDurably(path, sealed);
      if (made === undefined) return;
      syncFolder(dirname(dirname(path)));
      syncFolder(root);
    },
    async read(key, version) {
      const sealed = await readIfThere(pathOf(key, version));
      return sealed && openBytes(secret(key), contextOf(key, version), sealed);
    },
    async erase(application) {
      await rm(join(root, application), { recursive: true, force: true });
      syncFolder(root);
    },
  };
};
