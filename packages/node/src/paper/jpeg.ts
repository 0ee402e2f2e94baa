import type { Limits, PaperFault } from "./fault.ts";

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const FILL = 0xff;

/** A progressive photograph has about ten; thousands keep a viewer busy for hours. */
const MOST_SCANS = 100;

/** Frame headers (ITU-T T.81 table B.1): C0 to CF without the tables C4, CC and the reserved C8. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Inside a scan FF is followed by 0 or a restart; anything else is the next marker. */
const isInScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

export const beginsAsJpeg = (file: Buffer): boolean =>
  file.length >= 4 && file.readUInt16BE(0) === 0xff00 + START && file.readUInt8(2) === FILL;

interface Picture {
  readonly pixels: number;
  readonly scans: number;
  /** Where the next byte after the end marker is; undefined when the end is not reached. */
  readonly end?: number;
}

const afterScan = (file: Buffer, start: number): number => {
  let at = file.indexOf(FILL, start);
  while (
    at >= 0 &&
    at + 1 < file.length &&
    (isInScan(file.readUInt8(at + 1)) || file.readUInt8(at + 1) === FILL)
  )
    at = file.indexOf(FILL, file.readUInt8(at + 1) === FILL ? at + 1 : at + 2);
  return at < 0 ? file.length : at;
};

/** The end of the segment at `at`, undefined when it has none inside the file. */
const afterSegment = (file: Buffer, at: number): number | undefined => {
  if (at + 4 > file.length) return undefined;
  const length = file.readUInt16BE(at + 2);
  return length < 2 || at + 2 + length > file.length ? undefined : at + 2 + length;
};

const pixelsOfFrame = (file: Buffer, at: number, after: number): number =>
  after - at >= 10 ? file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7) : 0;

/** Follows the segments from a start marker to the end marker, through the scans. Does not decode. */
const follow = (file: Buffer, start: number): Picture => {
  let at = start + 2;
  let pixels = 0;
  let scans = 0;
  while (at + 2 <= file.length && file.readUInt8(at) === FILL) {
    const marker = file.readUInt8(at + 1);
    if (marker === FILL) {
      at += 1;
      continue;
    }
    if (marker === END) return { pixels, scans, end: at + 2 };
    const after = marker <= 1 || marker === START ? undefined : afterSegment(file, at);
    if (after === undefined) break;
    if (isFrame(marker)) pixels = Math.max(pixels, pixelsOfFrame(file, at, after));
    if (marker === SCAN) scans += 1;
    at = marker === SCAN ? afterScan(file, after) : after;
  }
  return { pixels, scans };
};

/** Pixels by the frame headers, as far as the segments lead; undefined without a frame. */
export const frameOf = (file: Buffer): number | undefined => follow(file, 0).pixels || undefined;

/** A trailer of Samsung's cameras with the time and the place, in its own brackets. */
const MOST_TRAILER = 64 * 1024;
const isCameraTrailer = (rest: Buffer): boolean =>
  rest.length <= MOST_TRAILER &&
  rest.includes("SEFH", 0, "latin1") &&
  /SEFT\0*$/.test(rest.toString("latin1"));

const isPadding = (rest: Buffer): boolean => rest.every((byte) => [0, 0x0a, 0x0d, 0x20, FILL].includes(byte));

/**
 * What is wrong with a JPEG (ITU-T T.81): its segments have to lead through its scans to its end marker, and after that
 * only padding may stand, a camera's trailer, or more pictures (CIPA DC-007, gain maps). A film appended by a "live"
 * photograph is none of these.
 */
export const faultOfJpeg = (file: Buffer, { maxPixels }: Limits): PaperFault | undefined => {
  let start = 0;
  for (;;) {
    const { pixels, scans, end } = follow(file, start);
    if (end === undefined || pixels === 0 || scans === 0 || scans > MOST_SCANS) return "broken";
    if (pixels > maxPixels) return "too-many-pixels";
    const rest = file.subarray(end);
    if (isPadding(rest) || isCameraTrailer(rest)) return undefined;
    start = file.indexOf(Buffer.of(FILL, START, FILL), end);
    if (start < 0 || !isPadding(file.subarray(end, start))) return "broken";
  }
};
