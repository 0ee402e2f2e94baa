import { jpegOf } from "./jpeg-maker.ts";
import { hostileOf, type Hostile } from "./paper.ts";
import { latin, pages, pdfOf, streamOf, withBody } from "./pdf-maker.ts";
import { pngOf } from "./png-maker.ts";

const pdf = pdfOf(pages());
const zip = Buffer.from("504b0506000000000100010030000000000000000000", "hex");
const holding = (bytes: Buffer) => pdfOf(withBody(pages(1, "/X 4 0 R"), 4, streamOf("", bytes)));

/** In two halves, so that no scanner takes this file for what it describes. */
const eicar = latin(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""));

const heif = (brand: string) =>
  Buffer.concat([Buffer.from("00000018", "hex"), latin(`ftyp${brand}\0\0\0\0mif1heic`), Buffer.alloc(99)]);

const notPapers: Readonly<Record<string, Buffer>> = {
  "a text": latin("hello"),
  "a page": latin("<!doctype html><html>%PDF-1.7\n%%EOF"),
  "a drawing as SVG": latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  "a program for Windows": Buffer.concat([latin("MZ\x90\0"), Buffer.alloc(200)]),
  "a program for Linux": Buffer.concat([latin("\x7fELF\x02\x01"), Buffer.alloc(200)]),
  "a script": latin("#!/bin/sh\necho hello\n"),
  "an archive": Buffer.concat([latin("PK\x03\x04"), Buffer.alloc(40), zip]),
  "a document of an office program": Buffer.from("d0cf11e0a1b11ae1", "hex"),
  "a text in rich format": latin("{\\rtf1 hello}"),
  "a GIF": latin("GIF89a\x01\0\x01\0\0\0\0;"),
  "a WebP": latin("RIFF\x1a\0\0\0WEBPVP8L"),
  "a TIFF": Buffer.from("49492a0008000000", "hex"),
  "a bitmap": latin("BM\x1a\0\0\0\0\0\0\0\x1a\0\0\0"),
  "a film": Buffer.concat([Buffer.from("00000018", "hex"), latin("ftypmp42"), Buffer.alloc(40)]),
  PostScript: latin("%!PS-Adobe-3.0\nshowpage\n%%EOF\n"),
  zeros: Buffer.alloc(4096),
  "a PDF after something else": Buffer.concat([latin("MZ"), pdf]),
  "a PDF of version 9": Buffer.concat([latin("%PDF-9.9"), pdf.subarray(8)]),
  "a PDF that is an archive too": holding(zip),
  "a PDF with a RAR archive inside": holding(latin("Rar!\x1a\x07\x01\0")),
  "a PDF with a 7z archive inside": holding(Buffer.from("377abcaf271c0004", "hex")),
  "a PDF that is a page too": pdfOf(pages(), { comment: "<html><script>alert(1)</script>" }),
  "a PDF that is a PHP program too": pdfOf(pages(), { comment: "<?php system('id') ?>" }),
  "a PDF in a PDF": pdfOf(pages(), { comment: "%PDF-1.4" }),
  "a PDF that is a tape archive too": pdfOf(pages(), { comment: `${"x".repeat(247)}ustar` }),
  "a PDF that is a disk image too": pdfOf(pages(), { comment: `${"x".repeat(32_759)}CD001` }),
  "a photograph that says it is a PDF": jpegOf(),
  "a picture that says it is a PDF": pngOf(),
};

export const hostileOthers: readonly Hostile[] = [
  ...hostileOf("application/pdf", "wrong-type", notPapers),
  ...hostileOf("image/jpeg", "wrong-type", {
    "a PDF that says it is a photograph": pdf,
    "a picture that says it is a photograph": pngOf(),
  }),
  ...hostileOf("image/png", "wrong-type", {
    "a PDF that says it is a picture": pdf,
    "a photograph that says it is a picture": jpegOf(),
  }),
  ...hostileOf(
    "image/jpeg",
    "heic",
    Object.fromEntries(
      ["heic", "heix", "hevc", "mif1", "msf1", "avif"].map((brand) => [
        `a photograph as ${brand}`,
        heif(brand),
      ]),
    ),
  ),
  ...hostileOf("application/pdf", "empty", { "nothing at all": Buffer.alloc(0) }),
  ...hostileOf("image/jpeg", "empty", { "a photograph of nothing": Buffer.alloc(0) }),
  ...hostileOf("application/pdf", "infected", {
    "malware by itself": eicar,
    "a PDF with malware": holding(eicar),
    "a PDF with malware in a comment": pdfOf(pages(), { comment: eicar.toString("latin1") }),
  }),
  ...hostileOf("image/png", "infected", {
    "a picture with malware behind it": Buffer.concat([pngOf(), eicar]),
  }),
  ...hostileOf("application/pdf", "too-large", {
    "a PDF larger than its material takes": Buffer.concat([pdf, Buffer.alloc(20_000_000)]),
  }),
];
