const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};

export const segment = (marker: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.of(0xff, marker), word(content.length + 2), content]);

const START = Buffer.of(0xff, 0xd8);
const END = Buffer.of(0xff, 0xd9);

export const JFIF = segment(0xe0, Buffer.from("4a46494600010100000100010000", "hex"));

/** Orientation 1 to 8 as cameras write it (Exif 2.32, tag 0x0112), in either byte order. */
export const exif = (orientation: number, order: "II" | "MM" = "MM"): Buffer => {
  const big = order === "MM";
  const short = (value: number) => (big ? Buffer.of(0, value) : Buffer.of(value, 0));
  const long = (value: number) => (big ? Buffer.of(0, 0, 0, value) : Buffer.of(value, 0, 0, 0));
  const tag = big ? Buffer.of(0x01, 0x12) : Buffer.of(0x12, 0x01);
  const entry = [tag, short(3), long(1), short(orientation), short(0)];
  const directory = Buffer.concat([short(1), ...entry, long(0)]);
  const head = [Buffer.from("Exif\0\0"), Buffer.from(order), short(42), long(8)];
  return segment(0xe1, Buffer.concat([...head, directory]));
};

export interface JpegShape {
  readonly width?: number;
  readonly height?: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components?: 1 | 3 | 4;
  readonly progressive?: boolean;
  readonly restart?: boolean;
  /** Segments between the start and the tables. */
  readonly before?: readonly Buffer[];
  readonly scans?: number;
  readonly after?: Buffer;
}

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** One code of one bit for "nothing": every block is mid-grey, so a scan is zeros, filled up with ones. */
const huffman = (kind: 0 | 1): Buffer =>
  segment(0xc4, Buffer.concat([Buffer.of(kind << 4, 1), Buffer.alloc(15), Buffer.of(0)]));

/** So many blocks, of `bits` zero bits each; restart markers after every block where they are asked for. */
const entropy = (blocks: number, bits: number, restart: boolean): Buffer => {
  const coded = (count: number): Buffer => {
    const length = Math.ceil((count * bits) / 8);
    const bytes = Buffer.alloc(length);
    const spare = length * 8 - count * bits;
    if (spare > 0) bytes.writeUInt8(2 ** spare - 1, length - 1);
    return bytes;
  };
  if (!restart) return coded(blocks);
  return Buffer.concat(
    numbersTo(blocks).flatMap((block) => [
      coded(1),
      ...(block < blocks ? [Buffer.of(0xff, 0xd0 + ((block - 1) % 8))] : []),
    ]),
  );
};

/** Number of components, each by its number in a byte triple or pair that ends with `rest`. */
const listed = (components: readonly number[], rest: readonly number[]): Buffer =>
  Buffer.concat([Buffer.of(components.length), ...components.map((id) => Buffer.of(id, ...rest))]);

const scanOf = (
  components: readonly number[],
  [from, to]: readonly [number, number],
  coded: Buffer,
): Buffer =>
  Buffer.concat([segment(0xda, Buffer.concat([listed(components, [0]), Buffer.of(from, to, 0)])), coded]);

/** All scans of the picture: one, or first the averages and then the rest of each component, again and again. */
const scansOf = ({
  width = 16,
  height = 16,
  components = 3,
  progressive = false,
  restart = false,
  scans = 1,
}: JpegShape) => {
  const ids = numbersTo(components);
  const blocks = Math.min(Math.ceil(width / 8) * Math.ceil(height / 8), 2_000_000);
  if (!progressive) return [scanOf(ids, [0, 63], entropy(blocks, ids.length * 2, restart))];
  const rest = numbersTo(scans).flatMap(() =>
    ids.map((id) => scanOf([id], [1, 63], entropy(blocks, 1, restart))),
  );
  return [scanOf(ids, [0, 0], entropy(blocks, ids.length, restart)), ...rest];
};

/** A real JPEG that decoders show: grey all over. */
export const jpegOf = (shape: JpegShape = {}): Buffer => {
  const { width = 16, height = 16, components = 3, progressive, restart, before = [JFIF] } = shape;
  const frame = [Buffer.of(8), word(height), word(width), listed(numbersTo(components), [0x11, 0])];
  return Buffer.concat([
    START,
    ...before,
    segment(0xdb, Buffer.concat([Buffer.of(0), Buffer.alloc(64, 1)])),
    segment(progressive === true ? 0xc2 : 0xc0, Buffer.concat(frame)),
    huffman(0),
    huffman(1),
    ...(restart === true ? [segment(0xdd, word(1))] : []),
    ...scansOf(shape),
    END,
    shape.after ?? Buffer.alloc(0),
  ]);
};
