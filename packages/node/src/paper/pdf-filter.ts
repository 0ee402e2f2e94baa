import {
  isDict,
  isList,
  nameIn,
  PdfBroken,
  type PdfDict,
  type PdfStream,
  type PdfValue,
} from "./pdf-value.ts";
import { unpack } from "./unpack.ts";

/** House limit for everything of one file that is packed and no picture: far beyond any paper, bearable for a reader. */
const MOST_UNPACKED = 128 * 1024 * 1024;

/** Unpacks on a budget that all streams of one file share. */
export interface Unpacking {
  /** The content of a structural stream. Throws PdfBroken for a packing that such streams do not have. */
  structure(stream: PdfStream): Promise<Buffer>;
  /** Unpacks as far as it can, only to see that it fits. */
  try(stream: PdfStream): Promise<void>;
}

const list = (value: PdfValue | undefined): readonly PdfValue[] =>
  value === undefined || value === null ? [] : isList(value) ? value : [value];

const filtersOf = ({ dict }: PdfStream): readonly (string | undefined)[] =>
  list(dict.get("Filter") ?? dict.get("F")).map(nameIn);

const isFlate = (filter: string | undefined): boolean => filter === "FlateDecode" || filter === "Fl";

const numberIn = (dict: PdfDict, key: string, otherwise: number): number => {
  const found = dict.get(key);
  return typeof found === "number" ? found : otherwise;
};

const paeth = (left: number, up: number, upLeft: number): number => {
  const guess = left + up - upLeft;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
};

/** Takes back the prediction of PNG (ISO/IEC 15948, 9.2) from rows of one byte per sample. */
const unpredict = (bytes: Buffer, columns: number): Buffer => {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes.readUInt8(row * (columns + 1));
    for (let column = 0; column < columns; column += 1) {
      const to = row * columns + column;
      const left = column > 0 ? out.readUInt8(to - 1) : 0;
      const up = row > 0 ? out.readUInt8(to - columns) : 0;
      const upLeft = row > 0 && column > 0 ? out.readUInt8(to - columns - 1) : 0;
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)];
      out.writeUInt8((bytes.readUInt8(row * (columns + 1) + column + 1) + (guesses[kind] ?? 0)) & 0xff, to);
    }
  }
  return out;
};

export const openUnpacking = (): Unpacking => {
  let left = MOST_UNPACKED;
  const flate = async (bytes: Buffer): Promise<Buffer | undefined> => {
    const unpacked = await unpack(bytes, left);
    left -= unpacked?.length ?? 0;
    return unpacked;
  };
  return {
    async structure(stream) {
      const filters = filtersOf(stream);
      if (filters.length === 0) return stream.bytes;
      const unpacked = filters.length === 1 && isFlate(filters[0]) ? await flate(stream.bytes) : undefined;
      if (unpacked === undefined) throw new PdfBroken("a structural stream that does not unpack");
      const [parameters] = list(stream.dict.get("DecodeParms"));
      if (!isDict(parameters) || numberIn(parameters, "Predictor", 1) < 10) return unpacked;
      const columns = numberIn(parameters, "Columns", 1);
      if (!Number.isInteger(columns) || columns < 1 || columns > 64)
        throw new PdfBroken("a strange prediction");
      return unpredict(unpacked, columns);
    },
    async try(stream) {
      let bytes: Buffer | undefined = stream.bytes;
      // Packed twice is packed a million to one; what is packed otherwise is not that dense.
      for (const filter of filtersOf(stream)) {
        if (bytes === undefined || !isFlate(filter)) return;
        bytes = await flate(bytes);
      }
    },
  };
};
