import { createSecretKey, type KeyObject } from "node:crypto";

const known = new WeakMap<Uint8Array, KeyObject>();

/**
 * Key bytes in the form OpenSSL works with. Node asks of raw bytes at every use whether they are some kind of key, by
 * way of exceptions, which took longer than the HMAC or the cipher itself; so they are turned once. Whoever hands in
 * bytes does not change them afterwards, and they are forgotten here when they are forgotten there.
 */
export const secretKey = (bytes: Uint8Array): KeyObject => {
  const found = known.get(bytes);
  if (found !== undefined) return found;
  const key = createSecretKey(bytes);
  known.set(bytes, key);
  return key;
};
