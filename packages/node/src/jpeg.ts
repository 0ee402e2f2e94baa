const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const FILL = 0xff;

/** Frame headers (ITU-T T.81 table B.1): C0 to CF without the tables C4, CC and the reserved C8. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

type Segment = { readonly marker: number; readonly at: number };

/** The segments between start and scan, as far as they follow one another; the scan is the last. */
function* segments(file: Buffer): Generator<Segment> {
  let at = 2;
  while (at + 10 <= file.length && file.readUInt8(at) === 0xff) {
    const marker = file.readUInt8(at + 1);
    if (marker === FILL) {
      at += 1;
      continue;
    }
    if ([0, START, END].includes(marker)) return;
    yield { marker, at };
    if (marker === SCAN) return;
    at += 2 + Math.max(2, file.readUInt16BE(at + 2));
  }
}

const isWhole = (file: Buffer): boolean => {
  let last = file.length - 1;
  while (last > 2 && file.readUInt8(last) === 0) last -= 1;
  const begins = file.length >= 4 && file.readUInt16BE(0) === 0xff00 + START;
  return begins && file.readUInt16BE(last - 1) === 0xff00 + END;
};

/**
 * Pixels of a JPEG (ITU-T T.81) whose segments lead from the start to a frame and a scan, and that ends with its end
 * marker (and at most zero padding). Undefined for anything else, also for a photograph with something appended, as
 * "live" photographs of telephones have it. Does not decode.
 */
export const pixelsOfJpeg = (file: Buffer): number | undefined => {
  if (!isWhole(file)) return undefined;
  let pixels = 0;
  for (const { marker, at } of segments(file)) {
    if (marker === SCAN) return pixels > 0 ? pixels : undefined;
    if (isFrame(marker)) pixels = file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7);
  }
  return undefined;
};
