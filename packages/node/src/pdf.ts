/** Readers look for the end of a PDF in its last kilobyte (ISO 32000-2, annex I of older editions). */
const TAIL = 1024;

/**
 * Whether the file is a PDF (ISO 32000) from its first byte to its last: header at 0, cross-reference pointer and
 * `%%EOF` at the end, and after that only line ends and padding. Does not read objects.
 */
export const isPdf = (file: Buffer): boolean => {
  if (!/^%PDF-[12]\.\d[\r\n \t%]/.test(file.toString("latin1", 0, 9))) return false;
  const tail = file.toString("latin1", Math.max(0, file.length - TAIL));
  const end = tail.lastIndexOf("%%EOF");
  if (end < 0 || !/startxref[\r\n \t]+\d+[\r\n \t]+$/.test(tail.slice(0, end))) return false;
  return Array.from(tail.slice(end + "%%EOF".length)).every((character) => "\r\n \t\0".includes(character));
};
