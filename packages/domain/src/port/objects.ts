import type { ApplicationId, DocumentId } from "../id.ts";

export interface ObjectKey {
  readonly application: ApplicationId;
  readonly document: DocumentId;
}

/** A form to be sent as multipart/form-data: all `fields` in order, then `file` last. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadTerms {
  readonly type: string;
  /** Bytes, at least 1. */
  readonly maxBytes: number;
  readonly seconds: number;
}

/**
 * Document bytes, versioned. Every adapter promises:
 * - `presign` gives a form that accepts exactly this key and type and 1 to `maxBytes` bytes, until it expires;
 * - every accepted upload becomes a new version, and the inspector is told of it at least once;
 * - `read` and `link` give exactly the version asked for, undefined when it is not there;
 * - a link expires and is served as an attachment;
 * - `copy` puts the bytes and type of one version under another document, as an upload that the inspector is told of;
 *   "gone" when that version is not there;
 * - `erase` removes every version of every document of the application, or of the one document that is named;
 * - `eraseVersion` removes exactly that version; of what is not there any more nothing is left to remove.
 */
export interface Objects {
  presign(key: ObjectKey, terms: UploadTerms): Promise<UploadForm>;
  read(key: ObjectKey, version: string): Promise<Uint8Array | undefined>;
  link(key: ObjectKey, version: string, seconds: number): Promise<string>;
  copy(from: ObjectKey, version: string, to: ObjectKey): Promise<"copied" | "gone">;
  erase(application: ApplicationId, document?: DocumentId): Promise<void>;
  eraseVersion(key: ObjectKey, version: string): Promise<void>;
}
