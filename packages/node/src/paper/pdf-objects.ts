import { openUnpacking, type Unpacking } from "./pdf-filter.ts";
import { pdfLexer, type PdfLexer } from "./pdf-lexer.ts";
import {
  isDict,
  PdfBroken,
  type PdfDict,
  type PdfObject,
  PdfRef,
  type PdfStream,
  type PdfValue,
} from "./pdf-value.ts";
import { type Place, readCrossReferences } from "./pdf-xref.ts";

export interface PdfFile {
  readonly trailer: PdfDict;
  readonly unpacking: Unpacking;
  /** What a reference leads to; null for what is not there, as the standard has it. */
  object(ref: PdfRef): Promise<PdfObject>;
}

const ABSENT: PdfObject = { value: null };

/** Objects may lie over one another, so that a short file is long to read: all of them together may be so many bytes. */
interface Budget {
  left: number;
}

/** Generous: what lies apart is read about once. */
const budgetFor = (bytes: Buffer): Budget => ({ left: 8 * bytes.length + 65_536 });

const read = (lexer: PdfLexer, budget: Budget): PdfValue => {
  const start = lexer.position();
  const value = lexer.value();
  budget.left -= lexer.position() - start;
  if (budget.left < 0) throw new PdfBroken("objects that lie over one another");
  return value;
};

/** How many bytes a stream has; its length may stand in an object of its own. */
type LengthOf = (dict: PdfDict) => number;

const streamAt = (file: Buffer, dict: PdfDict, at: number, length: number): PdfStream => {
  // ISO 32000-2, 7.3.8.1: the word is followed by a line end; some write a lone carriage return.
  const start = file.toString("latin1", at, at + 2) === "\r\n" ? at + 2 : at + 1;
  const end = start + length;
  if (length < 0 || end > file.length) throw new PdfBroken("a stream longer than its file");
  if (pdfLexer(file, end).word() !== "endstream") throw new PdfBroken("a stream that ends elsewhere");
  return { dict, bytes: file.subarray(start, end) };
};

interface Reader {
  readonly file: Buffer;
  readonly budget: Budget;
  readonly lengthOf: LengthOf;
}

const objectAt = ({ file, budget, lengthOf }: Reader, offset: number, number?: number): PdfObject => {
  const lexer = pdfLexer(file, offset);
  const found = lexer.number();
  lexer.number();
  if (lexer.word() !== "obj" || (number !== undefined && found !== number))
    throw new PdfBroken("no object where one has to be");
  const value = read(lexer, budget);
  if (lexer.word() !== "stream") return { value };
  if (!isDict(value)) throw new PdfBroken("a stream without a dictionary");
  return { value, stream: streamAt(file, value, lexer.position(), lengthOf(value)) };
};

/** The objects of an object stream (7.5.7) by their number. */
const objectsWithin = (bytes: Buffer, dict: PdfDict): ReadonlyMap<number, PdfObject> => {
  const count = Number(dict.get("N"));
  const first = Number(dict.get("First"));
  if (!(count >= 0 && count <= bytes.length) || !(first >= 0 && first <= bytes.length))
    throw new PdfBroken("an object stream without its table");
  const table = pdfLexer(bytes, 0);
  const starts = Array.from({ length: count }, () => [table.number(), table.number()] as const);
  const budget = budgetFor(bytes);
  return new Map(
    starts.map(([number, start]) => [number, { value: read(pdfLexer(bytes, first + start), budget) }]),
  );
};

/** Opens a PDF by its cross-references. Throws PdfBroken when they do not lead through it. */
export const openPdf = async (file: Buffer): Promise<PdfFile> => {
  const unpacking = openUnpacking();
  let places: ReadonlyMap<number, Place> = new Map();
  const packs = new Map<number, ReadonlyMap<number, PdfObject>>();

  const lengthOf: LengthOf = (dict) => {
    const length = dict.get("Length");
    if (typeof length === "number") return length;
    const place = length instanceof PdfRef ? places.get(length.to) : undefined;
    if (!place || !("offset" in place)) throw new PdfBroken("a stream without its length");
    const { value } = objectAt({ ...reader, lengthOf: () => -1 }, place.offset);
    return typeof value === "number" ? value : -1;
  };
  const reader: Reader = { file, budget: budgetFor(file), lengthOf };
  const packAt = async (number: number): Promise<ReadonlyMap<number, PdfObject>> => {
    const known = packs.get(number);
    if (known !== undefined) return known;
    const place = places.get(number);
    if (!place || !("offset" in place)) throw new PdfBroken("an object stream that is not there");
    const { stream } = objectAt(reader, place.offset, number);
    if (stream === undefined) throw new PdfBroken("an object stream that is none");
    const pack = objectsWithin(await unpacking.structure(stream), stream.dict);
    packs.set(number, pack);
    return pack;
  };

  const references = await readCrossReferences(file, {
    objectAt: (offset) => objectAt(reader, offset),
    unpacked: async ({ stream }) => {
      if (stream === undefined) throw new PdfBroken("no cross-references where they have to be");
      return unpacking.structure(stream);
    },
  });
  ({ places } = references);
  return {
    trailer: references.trailer,
    unpacking,
    async object({ to }) {
      const place = places.get(to);
      if (!place) return ABSENT;
      if ("offset" in place) return objectAt(reader, place.offset, to);
      return (await packAt(place.within)).get(to) ?? ABSENT;
    },
  };
};

/** The value itself, or what it refers to. */
export const resolved = async (file: PdfFile, value: PdfValue | undefined): Promise<PdfValue> =>
  value instanceof PdfRef ? (await file.object(value)).value : (value ?? null);
