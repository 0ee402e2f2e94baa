import { Readable } from "node:stream";
import { crc32, createInflate } from "node:zlib";
import type { Limits, PaperFault } from "./fault.ts";
import { unpack, UnpacksTooLarge } from "./unpack.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum around the content of a chunk. */
const FRAME = 12;
/** House limit for a text or a colour profile: profiles of printers have 2 MB. */
const MOST_EXTRA = 8 * 1024 * 1024;
/** Some encoders flush a little more than the picture has; this is no bomb. */
const SLACK = 64 * 1024;

export const beginsAsPng = (file: Buffer): boolean => file.subarray(0, SIGNATURE.length).equals(SIGNATURE);

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

/** The chunks of a file that is whole: each with its checksum, one header, first, and IEND as the last bytes. */
const chunksOf = (file: Buffer): readonly Chunk[] | undefined => {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + FRAME <= file.length;) {
    const next = at + FRAME + file.readUInt32BE(at);
    if (next > file.length) return undefined;
    if (crc32(file.subarray(at + 4, next - 4)) !== file.readUInt32BE(next - 4)) return undefined;
    const type = file.toString("latin1", at + 4, at + 8);
    if ((type === "IHDR") !== (chunks.length === 0)) return undefined;
    chunks.push({ type, content: file.subarray(at + 8, next - 4) });
    if (type === "IEND") return next === file.length ? chunks : undefined;
    at = next;
  }
  return undefined;
};

interface Header {
  readonly pixels: number;
  /** Bytes of the picture when it is unpacked, with the filter byte of every row. */
  readonly bytes: number;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Adam7 (ISO/IEC 15948, 8.2): start and step of columns and rows of each pass. */
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;

const headerOf = (content: Buffer): Header | undefined => {
  if (content.length !== 13) return undefined;
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
  const [depth, colour, interlace] = [content.readUInt8(8), content.readUInt8(9), content.readUInt8(12)];
  const samples = SAMPLES[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlace > 1) return undefined;
  const rows = (columns: number, count: number): number =>
    columns === 0 ? 0 : count * (1 + Math.ceil((columns * samples * depth) / 8));
  const taken = (size: number, start: number, step: number): number =>
    Math.max(0, Math.ceil((size - start) / step));
  const passes = interlace === 1 ? PASSES : [[0, 1, 0, 1] as const];
  const bytes = passes.reduce(
    (sum, [x, dx, y, dy]) => sum + rows(taken(width, x, dx), taken(height, y, dy)),
    0,
  );
  return { pixels: width * height, bytes };
};

/** How many bytes the picture unpacks to, counted as they come and at most `most`; undefined when it does not unpack. */
const unpackedSize = async (parts: readonly Buffer[], most: number): Promise<number | undefined> => {
  const inflating = Readable.from(parts, { objectMode: false }).pipe(createInflate());
  let size = 0;
  try {
    for await (const part of inflating) {
      if (part instanceof Buffer) size += part.length;
      if (size > most) return size;
    }
  } catch {
    return undefined;
  } finally {
    inflating.destroy();
  }
  return size;
};

/** The packed rest of a chunk of text or of a colour profile, when it has one. */
const packedIn = ({ type, content }: Chunk): Buffer | undefined => {
  const end = content.indexOf(0);
  if (end < 0) return undefined;
  if (type === "zTXt" || type === "iCCP") return content.subarray(end + 2);
  const isPacked = type === "iTXt" && content[end + 1] === 1;
  const language = content.indexOf(0, end + 3);
  const keyword = content.indexOf(0, language + 1);
  return isPacked && language > 0 && keyword > 0 ? content.subarray(keyword + 1) : undefined;
};

const faultOfExtras = async (chunks: readonly Chunk[]): Promise<PaperFault | undefined> => {
  try {
    for (const packed of chunks.map(packedIn)) if (packed !== undefined) await unpack(packed, MOST_EXTRA);
  } catch (fault) {
    if (fault instanceof UnpacksTooLarge) return "unpacks-too-large";
    throw fault;
  }
  return undefined;
};

const faultOfPicture = async (chunks: readonly Chunk[], bytes: number): Promise<PaperFault | undefined> => {
  const parts = chunks.filter(({ type }) => type === "IDAT").map(({ content }) => content);
  const size = await unpackedSize(parts, bytes + SLACK);
  if (size === undefined || size < bytes) return "broken";
  return size > bytes + SLACK ? "unpacks-too-large" : undefined;
};

/**
 * What is wrong with a PNG (ISO/IEC 15948): it has to be whole, and its picture has to unpack to exactly as much as its
 * header says. It is unpacked piece by piece, and only once its header is within the limits.
 */
export const faultOfPng = async (file: Buffer, { maxPixels }: Limits): Promise<PaperFault | undefined> => {
  const chunks = chunksOf(file) ?? [];
  const [first] = chunks;
  const header = first && headerOf(first.content);
  if (header === undefined || header.pixels === 0) return "broken";
  if (header.pixels > maxPixels) return "too-many-pixels";
  return (await faultOfExtras(chunks)) ?? faultOfPicture(chunks, header.bytes);
};
