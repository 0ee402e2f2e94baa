/** What stands in a PDF (ISO 32000-2, 7.3), as far as a look at its structure needs it. */
export type PdfValue =
  null | boolean | number | PdfName | typeof PDF_TEXT | PdfRef | readonly PdfValue[] | PdfDict;

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A string; what it says is of no interest. */
export const PDF_TEXT = Symbol("a string");

export class PdfRef {
  readonly to: number;
  constructor(to: number) {
    this.to = to;
  }
}

export type PdfDict = ReadonlyMap<string, PdfValue>;

export interface PdfStream {
  readonly dict: PdfDict;
  readonly bytes: Buffer;
}

/** An object by itself, with its bytes when it is a stream. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly stream?: PdfStream;
}

/** Thrown where readers would have to guess. */
export class PdfBroken extends Error {
  override readonly name = "PdfBroken";
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);

export const nameIn = (value: PdfValue | undefined): string | undefined =>
  value instanceof PdfName ? value.name : undefined;
