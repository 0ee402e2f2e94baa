import { existsSync, readFileSync } from "node:fs";

/** https://sqlite.org/fileformat2.html#the_write_ahead_log */
const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

type Sums = readonly [number, number];

/** The running checksum over whole pairs of 32-bit words, in the byte order that the magic number names. */
const summed = (bytes: DataView, from: number, until: number, little: boolean, [s0, s1]: Sums): Sums => {
  let [first, second] = [s0, s1];
  for (let at = from; at < until; at += 8) {
    first = (first + bytes.getUint32(at, little) + second) >>> 0;
    second = (second + bytes.getUint32(at + 4, little) + first) >>> 0;
  }
  return [first, second];
};

const holds = (bytes: DataView, at: number, [first, second]: Sums): boolean =>
  bytes.getUint32(at) === first && bytes.getUint32(at + 4) === second;

interface Log {
  readonly bytes: DataView;
  readonly frame: number;
  readonly little: boolean;
  readonly sums: Sums;
}

/** What the header says; undefined when it is none. */
const readHeader = (bytes: DataView): Log | undefined => {
  const magic = bytes.getUint32(0);
  const page = bytes.getUint32(8);
  if ((magic & ~1) >>> 0 !== MAGIC) return undefined;
  const little = (magic & 1) === 0;
  const sums = summed(bytes, 0, FRAME_HEADER, little, [0, 0]);
  return holds(bytes, FRAME_HEADER, sums) ? { bytes, frame: FRAME_HEADER + page, little, sums } : undefined;
};

const isOfThisLog = ({ bytes }: Log, at: number): boolean =>
  bytes.getUint32(at + 8) === bytes.getUint32(16) && bytes.getUint32(at + 12) === bytes.getUint32(20);

/** Whether the frame is what follows, in the order of writing, when the checksums before it are `sums`. */
const follows = ({ bytes, frame, little }: Log, at: number, sums: Sums): boolean => {
  const head = summed(bytes, at, at + 8, little, sums);
  return holds(bytes, at + 16, summed(bytes, at + FRAME_HEADER, at + frame, little, head));
};

const sumsIn = ({ bytes }: Log, at: number): Sums => [bytes.getUint32(at + 16), bytes.getUint32(at + 20)];
const endsTransaction = ({ bytes }: Log, at: number): boolean => bytes.getUint32(at + 4) !== 0;

/**
 * Whether behind the first frame that does not hold two transactions end that were written one after the other. What an
 * older writer left there, whom a crash cut off, is never more than one in a row.
 */
const goesOnAfterDamage = (log: Log): boolean => {
  let { sums } = log;
  let isWhole = true;
  let ends = 0;
  for (let at = HEADER; at + log.frame <= log.bytes.byteLength; at += log.frame) {
    const own = isOfThisLog(log, at);
    const inOrder = own && follows(log, at, sums);
    if (!inOrder) ends = 0;
    isWhole &&= inOrder;
    if (!isWhole && own && endsTransaction(log, at)) ends += 1;
    if (ends > 1) return true;
    sums = sumsIn(log, at);
  }
  return false;
};

/**
 * Whether the log of the database at `file` has lost what was on the disk once. SQLite itself reads a log up to the
 * first frame that does not hold and says nothing. A crash may leave the last transaction in pieces, because nobody was
 * told of it yet; when another one follows the damage, the damaged one had been written, synced and acknowledged.
 */
export const hasLostCommits = (file: string): boolean => {
  const path = `${file}-wal`;
  if (!existsSync(path)) return false;
  const content = readFileSync(path);
  if (content.length < HEADER || content.every((byte) => byte === 0)) return false;
  const log = readHeader(new DataView(content.buffer, content.byteOffset, content.byteLength));
  return log === undefined || goesOnAfterDamage(log);
};
