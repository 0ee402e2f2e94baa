import type { Limits, PaperFault } from "./fault.ts";
import { faultOfContents } from "./pdf-contents.ts";
import { openPdf } from "./pdf-objects.ts";
import { countPages } from "./pdf-pages.ts";
import { PdfBroken } from "./pdf-value.ts";
import { UnpacksTooLarge } from "./unpack.ts";

/** Readers look for the end of a PDF in its last kilobyte (ISO 32000-2, annex I of older editions). */
const TAIL = 1024;

/** Whether the file begins as a PDF at its very first byte, so that it is nothing else besides. */
export const beginsAsPdf = (file: Buffer): boolean =>
  /^%PDF-[12]\.\d[\r\n \t%]/.test(file.toString("latin1", 0, 9));

/** Pointer to the cross-references and `%%EOF`, and after that only line ends and padding. */
const endsAsPdf = (file: Buffer): boolean => {
  const tail = file.toString("latin1", Math.max(0, file.length - TAIL));
  const end = tail.lastIndexOf("%%EOF");
  if (end < 0 || !/startxref[\r\n \t]+\d+[\r\n \t]+$/.test(tail.slice(0, end))) return false;
  return Array.from(tail.slice(end + "%%EOF".length)).every((character) => "\r\n \t\0".includes(character));
};

const look = async (file: Buffer, limits: Limits): Promise<PaperFault | undefined> => {
  const opened = await openPdf(file);
  // Also when it opens without a password: what a department cannot copy or search it cannot work with.
  if ((opened.trailer.get("Encrypt") ?? null) !== null) return "encrypted";
  if ((await countPages(opened, limits.maxPages)) > limits.maxPages) return "too-many-pages";
  return faultOfContents(opened, limits);
};

/**
 * What is wrong with a PDF (ISO 32000), by its own structure: cross-references that lead through it (tables, streams,
 * hybrids, incremental updates, linearised files), a page tree, no encryption, nothing that acts, nothing that unpacks
 * without bound. What a reader would have to repair is broken.
 */
export const faultOfPdf = async (file: Buffer, limits: Limits): Promise<PaperFault | undefined> => {
  if (!endsAsPdf(file)) return "broken";
  try {
    return await look(file, limits);
  } catch (fault) {
    if (fault instanceof PdfBroken) return "broken";
    if (fault instanceof UnpacksTooLarge) return "unpacks-too-large";
    throw fault;
  }
};
