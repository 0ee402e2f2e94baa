import { deflateSync } from "node:zlib";
import { jpegOf, JFIF, segment } from "./jpeg-maker.ts";
import { hostileOf, type Hostile } from "./paper.ts";
import { chunk, packedText, pngOf } from "./png-maker.ts";

const MB = 1024 * 1024;
const photo = jpegOf({ width: 64, height: 64 });
const picture = pngOf();
const film = Buffer.concat([
  Buffer.from("00000018", "hex"),
  Buffer.from("ftypmp42\0\0\0\0mp42isom"),
  Buffer.alloc(200, 3),
]);

const brokenJpegs: Readonly<Record<string, Buffer>> = {
  "a JPEG start alone": Buffer.from("ffd8ffe0", "hex"),
  "a JPEG cut short": photo.subarray(0, -2),
  "a JPEG of which half is there": photo.subarray(0, photo.length >> 1),
  "a JPEG without a scan": Buffer.concat([
    photo.subarray(0, photo.indexOf(Buffer.of(0xff, 0xda))),
    Buffer.of(0xff, 0xd9),
  ]),
  "a JPEG without a frame": Buffer.concat([Buffer.of(0xff, 0xd8), JFIF, Buffer.of(0xff, 0xd9)]),
  "a JPEG of no width": jpegOf({ width: 0 }),
  "a JPEG of no height": jpegOf({ height: 0 }),
  "a JPEG whose segments lead nowhere": Buffer.from("ffd8ffe00002ffe00002ffe00002ffd9", "hex"),
  "a JPEG with a segment shorter than its own length": Buffer.from("ffd8ffe00001ffd9", "hex"),
  "a JPEG with a segment longer than the file": Buffer.from("ffd8ffe0ffff0000ffd9", "hex"),
  "a JPEG with a thousand scans": jpegOf({ progressive: true, components: 1, scans: 1000 }),
  "a live photograph": jpegOf({ after: film }),
  "a JPEG with a program behind it": jpegOf({ after: Buffer.from("MZ\x90\0\x03") }),
  "a JPEG with a script behind it": jpegOf({ after: Buffer.from("#!/bin/sh\nrm -rf /\n") }),
  "a JPEG with a page behind it that ends like a JPEG": jpegOf({
    after: Buffer.concat([Buffer.from("<b>hello</b>"), Buffer.of(0xff, 0xd9)]),
  }),
  "a JPEG with half another one behind it": jpegOf({ after: photo.subarray(0, 60) }),
  "a JPEG with something between it and another one": jpegOf({
    after: Buffer.concat([Buffer.from("hidden"), photo]),
  }),
};

const header = (fields: string) => {
  const bytes = Buffer.from(fields, "hex");
  return Buffer.concat([picture.subarray(0, 8), chunk("IHDR", bytes), picture.subarray(33)]);
};
const brokenPngs: Readonly<Record<string, Buffer>> = {
  "a PNG signature alone": picture.subarray(0, 8),
  "a PNG cut short": picture.subarray(0, -1),
  "a PNG of which half is there": picture.subarray(0, picture.length >> 1),
  "a PNG with something behind it": Buffer.concat([picture, Buffer.from("x")]),
  "a PNG of no size": pngOf({ width: 0 }),
  "a PNG with a second header": pngOf({ before: [chunk("IHDR", Buffer.alloc(13))] }),
  "a PNG without a picture": Buffer.concat([picture.subarray(0, 33), chunk("IEND", Buffer.alloc(0))]),
  "a PNG with less than its picture": pngOf({ picture: Buffer.alloc(3) }),
  "a PNG whose picture is noise": Buffer.concat([
    picture.subarray(0, 33),
    chunk("IDAT", Buffer.alloc(64, 7)),
    chunk("IEND", Buffer.alloc(0)),
  ]),
  "a PNG of an unknown colour type": header("00000009000000070805000000"),
  "a PNG of an unknown depth": header("00000009000000070302000000"),
  "a PNG of an unknown interlacing": header("00000009000000070802000009"),
  "a PNG with a changed bit": Buffer.concat([
    picture.subarray(0, 45),
    Buffer.of(picture.readUInt8(45) ^ 1),
    picture.subarray(46),
  ]),
  "a PNG with a chunk longer than the file": Buffer.concat([
    picture.subarray(0, 33),
    Buffer.from("7fffffff49444154", "hex"),
  ]),
};

const bomb = Buffer.alloc(9 * MB);
const bombs: Readonly<Record<string, Buffer>> = {
  "a PNG with a text that unpacks to 9 MB": pngOf({ before: [packedText(bomb)] }),
  "a PNG with a colour profile that unpacks to 9 MB": pngOf({
    before: [chunk("iCCP", Buffer.concat([Buffer.from("sRGB\0\0"), deflateSync(bomb)]))],
  }),
  "a PNG with an international text that unpacks to 9 MB": pngOf({
    before: [
      chunk("iTXt", Buffer.concat([Buffer.from("Comment\0"), Buffer.of(1, 0, 0, 0), deflateSync(bomb)])),
    ],
  }),
  "a PNG whose picture unpacks to more than it has pixels": pngOf({ picture: Buffer.alloc(MB) }),
  "a small PNG whose picture unpacks to 100 MB": pngOf({
    width: 1,
    height: 1,
    picture: Buffer.alloc(100 * MB),
  }),
};

const claimed = (width: number, height: number) => pngOf({ width, height, picture: Buffer.alloc(100) });

const page = Buffer.from("<html><script>alert(1)</script></html>");
const zip = Buffer.from("504b0506000000000100010030000000000000000000", "hex");
const foreign = {
  "a JPEG with a page in its comment": jpegOf({ before: [segment(0xfe, page)] }),
  "a JPEG with a PHP program in its comment": jpegOf({
    before: [segment(0xfe, Buffer.from("<?php system($_GET[0]); ?>"))],
  }),
  "a JPEG that is a PDF too": jpegOf({ before: [segment(0xfe, Buffer.from("%PDF-1.4\n"))] }),
  "a JPEG that is an archive too": jpegOf({ before: [JFIF, segment(0xfe, zip)] }),
  "a JPEG with an archive behind it": jpegOf({ after: zip }),
  "a JPEG with a RAR archive inside": jpegOf({
    before: [JFIF, segment(0xfe, Buffer.from("Rar!\x1a\x07\0", "latin1"))],
  }),
  "a JPEG that is a tape archive too": jpegOf({
    before: [segment(0xfe, Buffer.concat([Buffer.alloc(251), Buffer.from("ustar\0")]))],
  }),
} satisfies Readonly<Record<string, Buffer>>;

const foreignPngs: Readonly<Record<string, Buffer>> = {
  "a PNG with a page in its text": pngOf({
    before: [chunk("tEXt", Buffer.concat([Buffer.from("Title\0"), page]))],
  }),
  "a PNG that is a PDF too": pngOf({ before: [chunk("tEXt", Buffer.from("Title\0%PDF-1.7"))] }),
  "a PNG with an archive behind it": Buffer.concat([picture, zip]),
  "a PNG with a 7z archive inside": pngOf({ before: [chunk("prVt", Buffer.from("377abcaf271c", "hex"))] }),
};

export const hostilePictures: readonly Hostile[] = [
  ...hostileOf("image/jpeg", "broken", brokenJpegs),
  ...hostileOf("image/png", "broken", brokenPngs),
  ...hostileOf("image/png", "unpacks-too-large", bombs),
  ...hostileOf("image/jpeg", "too-many-pixels", {
    "a JPEG of four milliard pixels": jpegOf({ width: 65_535, height: 65_535 }),
    "a progressive JPEG of four milliard pixels": jpegOf({
      width: 65_535,
      height: 65_535,
      progressive: true,
    }),
    "a JPEG with one of four milliard pixels behind it": jpegOf({
      after: jpegOf({ width: 65_535, height: 65_535 }),
    }),
  }),
  ...hostileOf("image/png", "too-many-pixels", {
    "a PNG of more pixels than there are numbers": claimed(0x7fff_ffff, 0x7fff_ffff),
    "a PNG of a milliard pixels": claimed(32_000, 32_000),
  }),
  ...hostileOf("image/jpeg", "wrong-type", foreign),
  ...hostileOf("image/png", "wrong-type", foreignPngs),
];
