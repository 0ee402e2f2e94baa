import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeDurably } from "./durable-file.ts";

const BYTES = 32;

/** The root secret in a file that only its owner reads; made when `mayMake` says that nothing depends on one yet. */
export const rootKey = (path: string, mayMake: boolean): Uint8Array | undefined => {
  if (!existsSync(path) && mayMake) writeDurably(path, randomBytes(BYTES));
  if (!existsSync(path)) return undefined;
  const key = readFileSync(path);
  return key.length === BYTES ? key : undefined;
};
