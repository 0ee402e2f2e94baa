import { crc32 } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum around the content of a chunk. */
const FRAME = 12;

type Chunk = {
  readonly type: string;
  readonly content: Buffer;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

/** The chunks whose length and checksum are right, as far as they follow one another. */
function* chunks(file: Buffer): Generator<Chunk> {
  let at = SIGNATURE.length;
  while (at + FRAME <= file.length) {
    const next = at + FRAME + file.readUInt32BE(at);
    if (next > file.length) return;
    if (crc32(file.subarray(at + 4, next - 4)) !== file.readUInt32BE(next - 4)) return;
    yield {
      type: file.toString("latin1", at + 4, at + 8),
      content: file.subarray(at + 8, next - 4),
      isFirst: at === SIGNATURE.length,
      isLast: next === file.length,
    };
    at = next;
  }
}

/**
 * Pixels of a PNG (ISO/IEC 15948) that is whole: header first, every chunk with its checksum, image data, and IEND as
 * the last bytes of the file. Undefined for anything else. Does not decompress.
 */
export const pixelsOfPng = (file: Buffer): number | undefined => {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  let pixels = 0;
  let hasImage = false;
  for (const { type, content, isFirst, isLast } of chunks(file)) {
    if ((type === "IHDR") !== isFirst) return undefined;
    if (isFirst && content.length === 13) pixels = content.readUInt32BE(0) * content.readUInt32BE(4);
    if (type === "IDAT") hasImage = true;
    if (type === "IEND") return isLast && hasImage && pixels > 0 ? pixels : undefined;
  }
  return undefined;
};
