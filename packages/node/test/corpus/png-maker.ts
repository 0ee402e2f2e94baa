import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;

export interface PngShape {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: 1 | 2 | 4 | 8 | 16;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly colour?: keyof typeof SAMPLES;
  readonly interlaced?: boolean;
  /** Chunks between the header and the picture. */
  readonly before?: readonly Buffer[];
  /** Into how many chunks the picture is cut. */
  readonly pieces?: number;
  /** The unpacked picture, where it is not to be the right one. */
  readonly picture?: Buffer;
  readonly after?: readonly Buffer[];
}

export const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
};

const headerOf = ({ width = 9, height = 7, depth = 8, colour = 2, interlaced = false }: PngShape): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  return header;
};

const rows = (width: number, height: number, bits: number): Buffer =>
  width === 0 ? Buffer.alloc(0) : Buffer.alloc(height * (1 + Math.ceil((width * bits) / 8)));

/** Black all over, as large as the header says. */
const pictureOf = ({
  width = 9,
  height = 7,
  depth = 8,
  colour = 2,
  interlaced = false,
}: PngShape): Buffer => {
  const bits = SAMPLES[colour] * depth;
  if (!interlaced) return rows(width, height, bits);
  return Buffer.concat(
    PASSES.map(([x, dx, y, dy]) =>
      rows(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy)), bits),
    ),
  );
};

export const packedText = (text: Buffer): Buffer =>
  chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(text)]));

/** A real PNG of any kind there is. */
export const pngOf = (shape: PngShape = {}): Buffer => {
  const packed = deflateSync(shape.picture ?? pictureOf(shape));
  const { pieces = 1, colour = 2, before = [], after = [] } = shape;
  const size = Math.ceil(packed.length / pieces);
  const parts = Array.from({ length: pieces }, (_, at) => packed.subarray(at * size, (at + 1) * size));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", headerOf(shape)),
    ...before,
    ...(colour === 3 ? [chunk("PLTE", Buffer.alloc(6, 0x80))] : []),
    ...parts.map((part) => chunk("IDAT", part)),
    chunk("IEND", Buffer.alloc(0)),
    ...after,
  ]);
};
