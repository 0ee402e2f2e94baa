import type { Limits, PaperFault } from "./fault.ts";
import { frameOf } from "./jpeg.ts";
import { type PdfFile, resolved } from "./pdf-objects.ts";
import {
  isDict,
  isList,
  nameIn,
  PdfBroken,
  type PdfDict,
  PdfRef,
  type PdfStream,
  type PdfValue,
} from "./pdf-value.ts";

/** What a paper does not need and a reader would run: ISO 32000-2, 12.6.4 (Launch, JavaScript) and 12.6.4.17. */
const isActive = (dict: PdfDict): boolean =>
  ["JavaScript", "Launch"].includes(nameIn(dict.get("S")) ?? "") || dict.has("JS") || dict.has("JavaScript");

const isPicture = ({ dict }: PdfStream): boolean => nameIn(dict.get("Subtype")) === "Image";

const numberOf = async (file: PdfFile, value: PdfValue | undefined): Promise<number> => {
  const found = await resolved(file, value);
  return typeof found === "number" ? found : 0;
};

/** Pixels of a picture by its dictionary, and by itself where it is a JPEG: readers go by either. */
const pixelsOf = async (file: PdfFile, { dict, bytes }: PdfStream): Promise<number> => {
  const said =
    (await numberOf(file, dict.get("Width") ?? dict.get("W"))) *
    (await numberOf(file, dict.get("Height") ?? dict.get("H")));
  return Math.max(said, bytes.length > 2 && bytes.readUInt16BE(0) === 0xffd8 ? (frameOf(bytes) ?? 0) : 0);
};

const faultOfStream = async (
  file: PdfFile,
  stream: PdfStream,
  { maxPixels }: Limits,
): Promise<PaperFault | undefined> => {
  if (!isPicture(stream)) {
    await file.unpacking.try(stream);
    return undefined;
  }
  return (await pixelsOf(file, stream)) > maxPixels ? "too-many-pixels" : undefined;
};

/** House limit; a thick book has a tenth of it. */
const MOST_VALUES = 5_000_000;

/**
 * Looks at everything that can be reached from the root, each object once: what acts, what is a picture too large, what
 * unpacks to too much. Throws PdfBroken or UnpacksTooLarge.
 */
export const faultOfContents = async (file: PdfFile, limits: Limits): Promise<PaperFault | undefined> => {
  const seen = new Set<number>();
  const ahead: PdfValue[] = [...file.trailer.values()];
  let values = 0;
  for (let value = ahead.pop(); value !== undefined; value = ahead.pop()) {
    values += 1;
    if (values > MOST_VALUES) throw new PdfBroken("more values than any paper has");
    if (value instanceof PdfRef) {
      if (seen.has(value.to)) continue;
      seen.add(value.to);
      const { value: found, stream } = await file.object(value);
      const fault = stream === undefined ? undefined : await faultOfStream(file, stream, limits);
      if (fault !== undefined) return fault;
      ahead.push(found);
    } else if (isDict(value)) {
      if (isActive(value)) return "active-content";
      for (const each of value.values()) ahead.push(each);
    } else if (isList(value)) for (const each of value) ahead.push(each);
  }
  return undefined;
};
