import type { Refused } from "./refused.ts";

/** Callbacks and forms alike (design §7); documents go another way. */
const MOST_BYTES = 256 * 1024;

const TOO_LARGE: Refused = { problem: "body-too-large" };

/** The raw bytes of a request; a larger one is not read to its end. */
export const readBody = async (request: Request): Promise<Uint8Array | Refused> => {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return TOO_LARGE;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
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
