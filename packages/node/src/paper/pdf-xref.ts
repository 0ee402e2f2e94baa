import { pdfLexer, type PdfLexer } from "./pdf-lexer.ts";
import { isDict, isList, PdfBroken, type PdfDict, type PdfObject, type PdfValue } from "./pdf-value.ts";

/** Where an object is: at an offset of the file, or packed into an object stream; null when it was deleted. */
export type Place = { readonly offset: number } | { readonly within: number; readonly index: number } | null;

export interface CrossReferences {
  readonly places: ReadonlyMap<number, Place>;
  /** Of the newest section; what it lacks an older one may have. */
  readonly trailer: PdfDict;
}

/** House limits; a thick book has a tenth of it. */
const MOST_OBJECTS = 500_000;
const MOST_SECTIONS = 1_000;

/** Reads an object at an offset, and what is packed into a structural stream. */
export interface Reading {
  readonly objectAt: (offset: number) => PdfObject;
  readonly unpacked: (object: PdfObject) => Promise<Buffer>;
}

interface Section {
  readonly dict: PdfDict;
  readonly entries: readonly (readonly [number, Place])[];
}

const classicEntries = (lexer: PdfLexer): (readonly [number, Place])[] => {
  const entries: (readonly [number, Place])[] = [];
  for (;;) {
    const before = lexer.position();
    if (lexer.word() === "trailer") return entries;
    lexer.seek(before);
    const first = lexer.number();
    const count = lexer.number();
    if (count > MOST_OBJECTS) throw new PdfBroken("more objects than any paper has");
    for (let index = 0; index < count; index += 1) {
      const offset = lexer.number();
      lexer.number();
      const kind = lexer.word();
      if (kind !== "n" && kind !== "f") throw new PdfBroken("a cross-reference of no kind");
      entries.push([first + index, kind === "n" ? { offset } : null]);
    }
  }
};

const classic = (file: Buffer, offset: number): Section => {
  const lexer = pdfLexer(file, offset);
  lexer.word();
  const entries = classicEntries(lexer);
  const dict = lexer.value();
  if (!isDict(dict)) throw new PdfBroken("a trailer that is no dictionary");
  return { dict, entries };
};

const fieldsOf = (dict: PdfDict): readonly [number, number, number] => {
  const widths = dict.get("W");
  const [kind, second, third] = isList(widths) ? widths : [];
  const isWidth = (width: unknown): width is number =>
    typeof width === "number" && Number.isInteger(width) && width >= 0 && width <= 6;
  if (!isWidth(kind) || !isWidth(second) || !isWidth(third) || kind + second + third === 0)
    throw new PdfBroken("a cross-reference stream without widths");
  return [kind, second, third];
};

const placeOf = (kind: number, second: number, third: number): Place => {
  if (kind === 1) return { offset: second };
  return kind === 2 ? { within: second, index: third } : null;
};

/** ISO 32000-2, 7.5.8: rows of three numbers of fixed widths. */
const packed = async (file: PdfObject, { unpacked }: Reading): Promise<Section> => {
  const dict = file.stream?.dict;
  if (dict === undefined) throw new PdfBroken("no cross-references where they have to be");
  const [kindWidth, secondWidth, thirdWidth] = fieldsOf(dict);
  const rows = await unpacked(file);
  const width = kindWidth + secondWidth + thirdWidth;
  const index = dict.get("Index");
  const ranges = isList(index) ? index : [0, dict.get("Size") ?? 0];
  const entries: (readonly [number, Place])[] = [];
  let at = 0;
  const field = (bytes: number, otherwise: number): number => {
    const found = bytes === 0 ? otherwise : rows.readUIntBE(at, bytes);
    at += bytes;
    return found;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first, count] = [Number(ranges[range]), Number(ranges[range + 1])];
    for (let number = first; number < first + count && at + width <= rows.length; number += 1)
      entries.push([number, placeOf(field(kindWidth, 1), field(secondWidth, 0), field(thirdWidth, 0))]);
  }
  return { dict, entries };
};

const startOf = (file: Buffer): number => {
  const tail = file.toString("latin1", Math.max(0, file.length - 2048));
  const [, offset = ""] = /startxref\s+(\d+)\s+%%EOF\s*[\s\0]*$/.exec(tail) ?? [];
  if (offset === "") throw new PdfBroken("no pointer to cross-references at the end");
  return Number(offset);
};

interface Found {
  /** Entries that were read, over all sections: sections may lie over one another. */
  read: number;
  readonly places: Map<number, Place>;
  readonly trailer: Map<string, PdfValue>;
}

/** What a newer section says counts, except that what it calls deleted may be packed (7.5.8.4). */
const add = (found: Found, { dict, entries }: Section, isHidden: boolean): void => {
  const { places, trailer } = found;
  found.read += entries.length;
  for (const [number, place] of entries) {
    const known = places.get(number);
    if (known === undefined || (isHidden && known === null)) places.set(number, place);
  }
  if (found.read > 4 * MOST_OBJECTS || places.size > MOST_OBJECTS)
    throw new PdfBroken("more objects than any paper has");
  for (const [key, value] of dict) if (!trailer.has(key)) trailer.set(key, value);
};

/** All sections from the newest to the oldest, as their own pointers lead; a circle ends. */
export const readCrossReferences = async (file: Buffer, reading: Reading): Promise<CrossReferences> => {
  const found: Found = { read: 0, places: new Map(), trailer: new Map() };
  const next = [{ offset: startOf(file), isHidden: false }];
  const seen = new Set<number>();
  for (let section = next.shift(); section !== undefined; section = next.shift()) {
    const { offset, isHidden } = section;
    if (seen.has(offset)) continue;
    seen.add(offset);
    if (seen.size > MOST_SECTIONS || offset >= file.length)
      throw new PdfBroken("cross-references lead nowhere");
    const isClassic = pdfLexer(file, offset).word() === "xref";
    const read = isClassic ? classic(file, offset) : await packed(reading.objectAt(offset), reading);
    add(found, read, isHidden);
    for (const key of ["XRefStm", "Prev"]) {
      const older = read.dict.get(key);
      if (typeof older === "number") next.push({ offset: older, isHidden: key === "XRefStm" });
    }
  }
  return found;
};
