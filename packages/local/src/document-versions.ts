import type { ApplicationId, DocumentId } from "@window/domain/id.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";
import { keyOf, nameOf } from "./object-name.ts";

export interface Arriving {
  readonly key: ObjectKey;
  readonly version: string;
}

/** Which versions of which documents were accepted, and as what type. A file without a row was never accepted. */
export interface DocumentVersions {
  /** Noted before a file is written, so that one which is never accepted is found again. */
  expect(key: ObjectKey, version: string): Promise<void>;
  /** For a transaction of the caller's. */
  add(key: ObjectKey, version: string, type: string): void;
  typeOf(key: ObjectKey, version: string): string | undefined;
  forget(application: ApplicationId, document?: DocumentId): Promise<void>;
  forgetVersion(key: ObjectKey, version: string): Promise<void>;
  /** What was being written when the process before ended; told once, because `forgetArriving` forgets it. */
  arriving(): readonly Arriving[];
  forgetArriving(): void;
}

const createTables = `
  CREATE TABLE IF NOT EXISTS document_version (
    name TEXT NOT NULL, version TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS document_arriving (
    name TEXT NOT NULL, version TEXT NOT NULL, PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID`;

const Row = z.object({ type: z.string() }).optional();

const ArrivingRows = z.array(
  z
    .object({ name: z.string().transform(keyOf), version: z.string() })
    .transform(({ name, version }): Arriving => ({ key: name, version })),
);

export const openDocumentVersions = ({ database, commits }: DataFolder): DocumentVersions => {
  database.exec(createTables);
  const expect = database.prepare("INSERT INTO document_arriving (name, version) VALUES (?, ?)");
  const arrived = database.prepare("DELETE FROM document_arriving WHERE name = ? AND version = ?");
  const insert = database.prepare("INSERT INTO document_version (name, version, type) VALUES (?, ?, ?)");
  const select = database.prepare("SELECT type FROM document_version WHERE name = ? AND version = ?");
  const removeOne = database.prepare("DELETE FROM document_version WHERE name = ? AND version = ?");
  const removeDocument = database.prepare("DELETE FROM document_version WHERE name = ?");
  // "0" is the character after "/", so these are the names that begin with the folder of one application.
  const remove = database.prepare("DELETE FROM document_version WHERE name >= ? || '/' AND name < ? || '0'");
  const arriving = database.prepare("SELECT name, version FROM document_arriving");
  return {
    async expect(key, version) {
      await commits.write(() => expect.run(nameOf(key), version));
    },
    add(key, version, type) {
      arrived.run(nameOf(key), version);
      insert.run(nameOf(key), version, type);
    },
    typeOf: (key, version) => Row.parse(select.get(nameOf(key), version))?.type,
    async forget(application, document) {
      await commits.write(() =>
        document === undefined
          ? remove.run(application, application)
          : removeDocument.run(nameOf({ application, document })),
      );
    },
    async forgetVersion(key, version) {
      await commits.write(() => removeOne.run(nameOf(key), version));
    },
    arriving: () => ArrivingRows.parse(arriving.all()),
    forgetArriving: () => database.exec("DELETE FROM document_arriving"),
  };
};
