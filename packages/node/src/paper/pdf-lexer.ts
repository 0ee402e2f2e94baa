import { PDF_TEXT, PdfBroken, PdfName, PdfRef, type PdfDict, type PdfValue } from "./pdf-value.ts";

/** No program nests deeper; a file that does is made to exhaust whoever reads it. */
const DEEPEST = 100;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Buffer.from("()<>[]{}/%"));
const LINE_ENDS = [10, 13];
const END = -1;
const [OPEN, CLOSE, LESS, MORE, BRACKET, UNBRACKET, SLASH, PERCENT, BACKSLASH] = Buffer.from("()<>[]/%\\");

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** A place in a file or in an unpacked object stream that moves on as things are read. */
interface Cursor {
  readonly file: Buffer;
  at: number;
}

const peek = ({ file, at }: Cursor, ahead = 0): number =>
  at + ahead < file.length ? file.readUInt8(at + ahead) : END;

const skipWhite = (cursor: Cursor): void => {
  for (;;) {
    if (WHITE.has(peek(cursor))) cursor.at += 1;
    else if (peek(cursor) === PERCENT) while (![...LINE_ENDS, END].includes(peek(cursor))) cursor.at += 1;
    else return;
  }
};

/** The next byte that is no white space. */
const ahead = (cursor: Cursor): number => {
  skipWhite(cursor);
  return peek(cursor);
};

/** Everything up to white space or a delimiter. */
const regular = (cursor: Cursor): string => {
  const from = cursor.at;
  for (
    let byte = peek(cursor);
    byte !== END && !WHITE.has(byte) && !DELIMITERS.has(byte);
    byte = peek(cursor)
  )
    cursor.at += 1;
  return cursor.file.toString("latin1", from, cursor.at);
};

const word = (cursor: Cursor): string => {
  skipWhite(cursor);
  return regular(cursor);
};

const number = (cursor: Cursor): number => {
  const found = word(cursor);
  if (!NUMBER.test(found)) throw new PdfBroken("no number where one has to stand");
  return Number(found);
};

const name = (cursor: Cursor): PdfName => {
  cursor.at += 1;
  const decoded = regular(cursor).replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new PdfName(decoded);
};

const text = (cursor: Cursor): typeof PDF_TEXT => {
  let open = 0;
  do {
    const byte = peek(cursor);
    if (byte === END) throw new PdfBroken("a string without its end");
    if (byte === OPEN) open += 1;
    if (byte === CLOSE) open -= 1;
    cursor.at += byte === BACKSLASH ? 2 : 1;
  } while (open > 0);
  return PDF_TEXT;
};

const hexText = (cursor: Cursor): typeof PDF_TEXT => {
  const end = cursor.file.indexOf(">", cursor.at, "latin1");
  if (end < 0) throw new PdfBroken("a string without its end");
  cursor.at = end + 1;
  return PDF_TEXT;
};

const list = (cursor: Cursor, depth: number): readonly PdfValue[] => {
  cursor.at += 1;
  const values: PdfValue[] = [];
  while (ahead(cursor) !== UNBRACKET) values.push(value(cursor, depth));
  cursor.at += 1;
  return values;
};

const dict = (cursor: Cursor, depth: number): PdfDict => {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  while (ahead(cursor) !== MORE) {
    if (peek(cursor) !== SLASH) throw new PdfBroken("a dictionary with a key that is no name");
    entries.set(name(cursor).name, value(cursor, depth));
  }
  if (peek(cursor, 1) !== MORE) throw new PdfBroken("a dictionary without its end");
  cursor.at += 2;
  return entries;
};

/** A number, or the first of the three words of a reference. */
const numberOrRef = (cursor: Cursor, first: string): PdfValue => {
  const after = cursor.at;
  if (/^\d{1,10}$/.test(first) && /^\d{1,5}$/.test(word(cursor)) && word(cursor) === "R")
    return new PdfRef(Number(first));
  cursor.at = after;
  return Number(first);
};

const plain = (cursor: Cursor): PdfValue => {
  const found = regular(cursor);
  if (found === "true" || found === "false") return found === "true";
  if (found === "null") return null;
  // Some programs write "--5" or "1.2.3"; no structure hangs on such a number.
  if (/^[-+.\d]+$/.test(found)) return NUMBER.test(found) ? numberOrRef(cursor, found) : 0;
  throw new PdfBroken("no value where one has to stand");
};

const value = (cursor: Cursor, depth: number): PdfValue => {
  if (depth > DEEPEST) throw new PdfBroken("nested too deep");
  skipWhite(cursor);
  switch (peek(cursor)) {
    case SLASH:
      return name(cursor);
    case OPEN:
      return text(cursor);
    case BRACKET:
      return list(cursor, depth + 1);
    case LESS:
      return peek(cursor, 1) === LESS ? dict(cursor, depth + 1) : hexText(cursor);
    default:
      return plain(cursor);
  }
};

export interface PdfLexer {
  /** The value that begins here. Throws PdfBroken when there is none. */
  value(): PdfValue;
  /** The word that begins here, such as `obj`; empty when there is none. */
  word(): string;
  /** A number that has to stand here. */
  number(): number;
  position(): number;
  seek(to: number): void;
}

/** Reads values one after the other from a place on (ISO 32000-2, 7.2 and 7.3). */
export const pdfLexer = (file: Buffer, start: number): PdfLexer => {
  const cursor: Cursor = { file, at: start };
  return {
    value: () => value(cursor, 0),
    word: () => word(cursor),
    number: () => number(cursor),
    position: () => cursor.at,
    seek: (to) => {
      cursor.at = to;
    },
  };
};
