import { constants, inflate } from "node:zlib";

/** Thrown when something packed turns out larger than whoever unpacks it can hold. */
export class UnpacksTooLarge extends Error {
  override readonly name = "UnpacksTooLarge";
}

const isTooLarge = (fault: Error): boolean => "code" in fault && fault.code === "ERR_BUFFER_TOO_LARGE";

/**
 * Inflates at most `most` bytes (zlib, RFC 1950), beside the event loop. Throws UnpacksTooLarge beyond. A stream that was
 * cut off gives what is there, as readers show it; undefined for what is no zlib stream at all.
 */
export const unpack = (packed: Buffer, most: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const bounds = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
    inflate(packed, bounds, (fault, unpacked) => {
      if (fault === null) resolve(unpacked);
      else if (isTooLarge(fault)) reject(new UnpacksTooLarge());
      else resolve(undefined);
    });
  });
