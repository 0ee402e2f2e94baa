import { randomFillSync } from "node:crypto";

/** Random bytes of the operating system that are drawn at once: a call costs as much for 12 bytes as for 4,096. */
const POOL_BYTES = 4096;

let pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** `length` random bytes (at most 4,096) for keys, IVs and tokens. They are copied out and leave nothing behind. */
export const freshBytes = (length: number): Uint8Array => {
  if (length > POOL_BYTES) throw new RangeError(`at most ${POOL_BYTES} random bytes are drawn at once`);
  if (used + length > POOL_BYTES) {
    pool = randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.slice(used, used + length);
  pool.fill(0, used, used + length);
  used += length;
  return bytes;
};
