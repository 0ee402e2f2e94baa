import { createHmac } from "node:crypto";
import { secretKey } from "./secret-key.ts";

/** HMAC-SHA256 (RFC 2104), 32 bytes, over the parts one after the other; a string counts as its UTF-8 bytes. */
export const hmacSha256 = (key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hmac = createHmac("sha256", secretKey(key));
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};
