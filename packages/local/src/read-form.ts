import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { JudgedForm, UploadFault } from "./upload-policy.ts";

type Fields = Readonly<Record<string, string>>;

export type ReadForm =
  | { readonly ok: true; readonly fields: Fields; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly cause: UploadFault };

/** What the fields before a file let in. */
type Judge = (fields: Fields) => JudgedForm;

const LIMITS = { fields: 8, fieldSize: 8 * 1024, files: 1, parts: 10, headerPairs: 20 };

const refused = (cause: UploadFault): ReadForm => ({ ok: false, cause });
const MALFORMED = refused("malformed");

/** All of it, if it is not more than `most` bytes; of more nothing is kept, however long it goes on. */
const atMost = async (stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size <= most) parts.push(part);
    else parts.length = 0;
  }
  return size <= most ? Buffer.concat(parts) : undefined;
};

/** A file is held in memory until it is written: only one that a form of ours asks for, and no more than that asks for. */
const readFile = async (
  stream: AsyncIterable<Uint8Array>,
  fields: Fields,
  judge: Judge,
): Promise<ReadForm> => {
  const judged = judge(fields);
  const bytes = await atMost(stream, judged.ok ? judged.most : 0);
  if (!judged.ok) return judged;
  return bytes === undefined ? refused("too-large") : { ok: true, fields, bytes };
};

interface Parts {
  readonly files: readonly Promise<ReadForm>[];
  /** Whether anything was not as a form of ours has it. */
  isOdd(): boolean;
}

/** Collects what the parser finds: text fields, each once, and after them one file. */
const collect = (parser: BusboyInstance, judge: Judge): Parts => {
  const fields = new Map<string, string>();
  const files: Promise<ReadForm>[] = [];
  let odd = 0;
  parser.on("field", (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut || fields.has(name) || files.length > 0) odd += 1;
    fields.set(name, value);
  });
  parser.on("file", (name, stream) => {
    if (name !== "file") odd += 1;
    const file = readFile(stream, Object.fromEntries(fields), judge);
    // When the connection breaks nobody waits for the file any more.
    file.catch(() => undefined);
    files.push(file);
  });
  for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const)
    parser.on(limit, () => (odd += 1));
  return { files, isOdd: () => odd > 0 };
};

/** Reads a form of text fields, each once, whose last part is the file. */
export const readForm = async (request: Request, judge: Judge): Promise<ReadForm> => {
  const type = request.headers.get("content-type") ?? "";
  if (request.body === null || !/^multipart\/form-data\s*;.*boundary=/i.test(type)) return MALFORMED;
  try {
    const parser = new Busboy({ headers: { "content-type": type }, limits: LIMITS });
    const parts = collect(parser, judge);
    await pipeline(Readable.fromWeb(request.body), parser);
    const [file] = await Promise.all(parts.files);
    return parts.isOdd() || file === undefined ? MALFORMED : file;
  } catch {
    // The parser and the connection fail in many words; none of them is a fault of ours.
    return MALFORMED;
  }
};
