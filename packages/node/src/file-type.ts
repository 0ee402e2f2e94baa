import type { MediaType } from "@window/domain/item/material.ts";
import { pixelsOfJpeg } from "./jpeg.ts";
import { isPdf } from "./pdf.ts";
import { pixelsOfPng } from "./png.ts";

/** What a file really is. `pixels` is 0 for what is no image. */
export type FileType = { readonly type: MediaType; readonly pixels: number };

/** The end record of a ZIP archive with its disk numbers (0, 0); readers look for it in the last 64 KB and a bit. */
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0]);
const ZIP_REACH = 22 + 0xffff;

/**
 * The type a file has by its bytes, never by its name, and only when it is that and nothing else beside: a document
 * that is an archive too is none. Undefined for everything the window does not take.
 */
export const fileTypeOf = (bytes: Uint8Array): FileType | undefined => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(-ZIP_REACH).includes(ZIP_END)) return undefined;
  if (isPdf(file)) return { type: "application/pdf", pixels: 0 };
  const jpeg = pixelsOfJpeg(file);
  if (jpeg !== undefined) return { type: "image/jpeg", pixels: jpeg };
  const png = pixelsOfPng(file);
  return png === undefined ? undefined : { type: "image/png", pixels: png };
};
