import { later } from "@window/domain/instant.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { ObjectKey, Objects } from "@window/domain/port/objects.ts";
import { ScannerDown } from "@window/domain/port/scanner.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";
import { openDocumentFiles, type DocumentFiles } from "./document-files.ts";
import { openDocumentVersions, type DocumentVersions } from "./document-versions.ts";
import { openDurableQueue, type DurableQueue, type QueueParts } from "./durable-queue.ts";
import { linkToken, readLinkToken } from "./link-token.ts";
import { keyOf, nameOf } from "./object-name.ts";
import { judgeForm, judgeUpload, policyFields, type JudgedForm, type UploadFault } from "./upload-policy.ts";

export type Accepted =
  | { readonly ok: true; readonly key: ObjectKey; readonly version: string }
  | { readonly ok: false; readonly cause: UploadFault };

export interface LocalObjects extends Objects {
  /** What a form lets in, told by its fields alone. */
  judgeForm(fields: unknown): JudgedForm;
  /** Takes the fields of a form and the bytes of its file; "ok" when they are on the disk. */
  acceptUpload(fields: unknown, bytes: Uint8Array): Promise<Accepted>;
  /** What a link shows, undefined when it is not ours, has expired or shows nothing that is there. */
  serveLink(token: string): Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
  /** The versions the inspector has not been done with; tell it of them again from here. */
  readonly uploads: Pick<DurableQueue, "tick" | "settled" | "run" | "stop" | "parked" | "redrive">;
}

interface Parts extends Pick<QueueParts, "report"> {
  readonly clocks: { readonly legal: LegalClock; readonly wire: WireClock };
  /** Where people reach the upload endpoint, without a slash at its end: `http://localhost:3000/uploads`. */
  readonly url: string;
  /** Told of every version at least once; what it throws brings the version again. */
  readonly onUploaded: (key: ObjectKey, version: string) => Promise<unknown>;
}

const Uploaded = z.tuple([z.string().transform(keyOf), z.string()]);

/** Nobody waits for somebody else's inspection, so all uploads are one lane. */
const LANE = "inspector";

const isWaitedOut = (error: unknown): boolean => error instanceof ScannerDown;

interface Stored {
  readonly files: DocumentFiles;
  readonly versions: DocumentVersions;
}

/** A version with its type, undefined when it is not there. */
const openVersion = async ({ files, versions }: Stored, key: ObjectKey, version: string) => {
  const type = versions.typeOf(key, version);
  const bytes = type === undefined ? undefined : await files.read(key, version);
  return type === undefined || bytes === undefined ? undefined : { type, bytes };
};

/** A file that was being written when the process before ended was accepted by nobody, so nobody would ever erase it. */
const openStored = (
  folder: DataFolder,
): { readonly files: DocumentFiles; readonly versions: DocumentVersions } => {
  const files = openDocumentFiles(folder);
  const versions = openDocumentVersions(folder);
  for (const { key, version } of versions.arriving()) files.sweep(key, version);
  versions.forgetArriving();
  return { files, versions };
};

export const openObjects = (folder: DataFolder, { clocks, url, onUploaded, report }: Parts): LocalObjects => {
  const secret = folder.key("uploads");
  const stored = openStored(folder);
  const { files, versions } = stored;
  const uploads = openDurableQueue(folder, {
    name: "uploads",
    clock: clocks.legal,
    report,
    isWaitedOut,
    hand: (content) => onUploaded(...Uploaded.parse(JSON.parse(content))),
  });

  /** The row and the message to the inspector are one write: no version is accepted that nobody looks at. */
  const accept = async (key: ObjectKey, type: string, bytes: Uint8Array): Promise<string> => {
    const version = randomBytes(16).toString("hex");
    await versions.expect(key, version);
    await files.write(key, version, bytes);
    const tell = await folder.commits.transact(() => {
      versions.add(key, version, type);
      return uploads.put(LANE, JSON.stringify([nameOf(key), version]));
    });
    tell();
    return version;
  };

  return {
    uploads,
    presign: async (key, terms) => ({ url, fields: policyFields(secret, key, terms, clocks.wire.now()) }),
    read: async (key, version) => (await openVersion(stored, key, version))?.bytes,
    async link(key, version, seconds) {
      const until = later(clocks.wire.now(), seconds * 1000);
      return `${url}/${linkToken(secret, { key, version, until })}`;
    },
    async copy(from, version, to) {
      const found = await openVersion(stored, from, version);
      if (found !== undefined) await accept(to, found.type, found.bytes);
      return found === undefined ? "gone" : "copied";
    },
    async erase(application, document) {
      await versions.forget(application, document);
      await files.erase(application, document);
    },
    async eraseVersion(key, version) {
      await versions.forgetVersion(key, version);
      await files.eraseVersion(key, version);
    },
    judgeForm: (fields) => judgeForm(secret, fields, clocks.wire.now()),
    async acceptUpload(fields, bytes) {
      const verdict = judgeUpload(secret, fields, bytes.length, clocks.wire.now());
      if (!verdict.ok) return verdict;
      const key = keyOf(verdict.name);
      return { ok: true, key, version: await accept(key, verdict.type, bytes) };
    },
    async serveLink(token) {
      const linked = readLinkToken(secret, token);
      if (linked === undefined || clocks.wire.now() >= linked.until) return undefined;
      return openVersion(stored, linked.key, linked.version);
    },
  };
};
