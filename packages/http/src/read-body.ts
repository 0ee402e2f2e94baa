import type { Refused } from "./refused.ts";

/** Callbacks and forms alike (design §7); documents go another way. */
const MOST_BYTES = 256 * 1024;

const TOO_LARGE: Refused = { problem: "body-too-large" };

/** The raw bytes of a request; a larger one is not read to its end. */
export const readBody = async (request: Request): Promise<Uint8Array | Refused> => {
  const announced = request.headers.get("content-length");
  if (announced === null) return readStream(request);
  if (announced === "0") return new Uint8Array();
  if (Number(announced) > MOST_BYTES) return TOO_LARGE;
  // What is announced is all there is; where nobody holds the sender to it, the bytes are at hand and are counted.
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.byteLength > MOST_BYTES ? TOO_LARGE : bytes;
};

/** A body of unknown length, part by part. It costs much more than one that is read whole. */
const readStream = async ({ body }: Request): Promise<Uint8Array | Refused> => {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return TOO_LARGE;
    }
    chunks.push(part.value);
  }
  return joined(chunks, size);
};

const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array => {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
};
