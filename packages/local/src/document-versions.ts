import type { ApplicationId } from "@window/domain/id.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";
import { nameOf } from "./object-name.ts";

/** Which versions of which documents were accepted, and as what type. A file without a row was never accepted. */
export interface DocumentVersions {
  /** For a transaction of the caller's. */
  add(key: ObjectKey, version: string, type: string): void;
  typeOf(key: ObjectKey, version: string): string | undefined;
  forget(application: ApplicationId): Promise<void>;
}

const createTable = `
  CREATE TABLE IF NOT EXISTS document_version (
    name TEXT NOT NULL, version TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID`;

const Row = z.object({ type: z.string() }).optional();

export const openDocumentVersions = ({ database, commits }: DataFolder): DocumentVersions => {
  database.exec(createTable);
  const insert = database.prepare("INSERT INTO document_version (name, version, type) VALUES (?, ?, ?)");
  const select = database.prepare("SELECT type FROM document_version WHERE name = ? AND version = ?");
  // "0" is the character after "/", so these are the names that begin with the folder of one application.
  const remove = database.prepare("DELETE FROM document_version WHERE name >= ? || '/' AND name < ? || '0'");
  return {
    add: (key, version, type) => void insert.run(nameOf(key), version, type),
    typeOf: (key, version) => Row.parse(select.get(nameOf(key), version))?.type,
    async forget(application) {
      await commits.write(() => remove.run(application, application));
    },
  };
};
