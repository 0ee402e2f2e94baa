import type { IncomingMessage } from "node:http";

/** The raw bytes of a request, or undefined when there are more than `limitBytes`. */
export const readBody = async (
  request: IncomingMessage,
  limitBytes: number,
): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (length > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
