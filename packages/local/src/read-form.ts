import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { UploadFault } from "./upload-policy.ts";

export type ReadForm =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>>; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly cause: Extract<UploadFault, "malformed" | "too-large"> };

/** More than any material allows: a file is held in memory until it is judged. */
const MOST_BYTES = 64 * 1024 * 1024;
const LIMITS = { fields: 8, fieldSize: 8 * 1024, files: 1, parts: 10, headerPairs: 20 };

const MALFORMED: ReadForm = { ok: false, cause: "malformed" };

interface Parts {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly Promise<{ readonly bytes: Uint8Array; readonly cut: boolean }>[];
  /** Whether anything was not as a form of ours has it. */
  isOdd(): boolean;
}

/** Collects what the parser finds: text fields, each once, and after them one file. */
const collect = (parser: BusboyInstance): Parts => {
  const fields = new Map<string, string>();
  const files: Parts["files"][number][] = [];
  let odd = 0;
  parser.on("field", (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut || fields.has(name) || files.length > 0) odd += 1;
    fields.set(name, value);
  });
  parser.on("file", (name, stream) => {
    if (name !== "file") odd += 1;
    const file = buffer(stream).then((bytes) => ({ bytes, cut: stream.truncated }));
    // When the connection breaks nobody waits for the file any more.
    file.catch(() => undefined);
    files.push(file);
  });
  for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const)
    parser.on(limit, () => (odd += 1));
  return { fields, files, isOdd: () => odd > 0 };
};

/** Reads a form of text fields, each once, whose last part is the file. */
export const readForm = async (request: Request, mostBytes = MOST_BYTES): Promise<ReadForm> => {
  const type = request.headers.get("content-type") ?? "";
  if (request.body === null || !/^multipart\/form-data\s*;.*boundary=/i.test(type)) return MALFORMED;
  const limits = { ...LIMITS, fileSize: mostBytes };
  const parser = new Busboy({ headers: { "content-type": type }, limits });
  const parts = collect(parser);
  try {
    await pipeline(Readable.fromWeb(request.body), parser);
    const [file] = await Promise.all(parts.files);
    if (parts.isOdd() || file === undefined) return MALFORMED;
    if (file.cut) return { ok: false, cause: "too-large" };
    return { ok: true, fields: Object.fromEntries(parts.fields), bytes: file.bytes };
  } catch {
    // The parser and the connection fail in many words; none of them is a fault of ours.
    return MALFORMED;
  }
};
