import type { MediaType } from "@window/domain/item/material.ts";
import { beginsAsJpeg } from "./jpeg.ts";
import { beginsAsPdf } from "./pdf.ts";
import { beginsAsPng } from "./png.ts";

/** The end record of a ZIP archive; readers look for it in the last 64 KB and a bit. */
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ZIP_RECORD = 22;
const ZIP_REACH = ZIP_RECORD + 0xffff;

const isZip = (file: Buffer): boolean => {
  const tail = file.subarray(-ZIP_REACH);
  for (let at = tail.indexOf(ZIP_END); at >= 0; at = tail.indexOf(ZIP_END, at + 1)) {
    if (at + ZIP_RECORD > tail.length) return false;
    const isFirstDisk = tail.readUInt32BE(at + 4) === 0;
    if (isFirstDisk || at + ZIP_RECORD + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
};

/** Archives that unpackers find anywhere, because they may follow a program: RAR and 7z. */
const ANYWHERE = ["Rar!\x1a\x07", "7z\xbc\xaf\x27\x1c"].map((text) => Buffer.from(text, "latin1"));

/** How far viewers look for what a file might be. */
const SNIFFED = 1024;
const SNIFFABLE = /%pdf-|<html|<script|<!doctype|<\?php|<svg|<%@/i;

/** Archives and disk images say what they are at fixed places, and care for nothing before. */
const AT_PLACES = [
  [257, "ustar"],
  [32_769, "CD001"],
  [34_817, "CD001"],
] as const;

const isSomethingElseToo = (file: Buffer): boolean =>
  isZip(file) ||
  ANYWHERE.some((sign) => file.includes(sign)) ||
  AT_PLACES.some(([at, sign]) => file.toString("latin1", at, at + sign.length) === sign) ||
  SNIFFABLE.test(file.toString("latin1", 5, SNIFFED));

/** Brands of HEIF (ISO/IEC 23008-12) as telephones write them. */
const HEIC = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif|avis)$/;

/**
 * The type a file has by its bytes, never by its name, and only when it is that and nothing else beside: a document
 * that is an archive or a page too is none.
 */
export const paperTypeOf = (file: Buffer): MediaType | "heic" | undefined => {
  if (file.toString("latin1", 4, 8) === "ftyp" && HEIC.test(file.toString("latin1", 8, 12))) return "heic";
  if (isSomethingElseToo(file)) return undefined;
  if (beginsAsPdf(file)) return "application/pdf";
  if (beginsAsJpeg(file)) return "image/jpeg";
  return beginsAsPng(file) ? "image/png" : undefined;
};
