import { PersonKey, type PersonKeys } from "@window/domain/port/person-keys.ts";
import { keyedBytes } from "./keyed-id.ts";

const BYTES = 4;

/** HMAC-SHA256 of kind and number under a secret of 32 bytes, cut to its first four: an index, no proof. */
export const personKeysOf =
  (secret: Uint8Array): PersonKeys =>
  (kind, number) =>
    PersonKey.parse(
      Buffer.from(keyedBytes(secret, ["person", kind, number]).subarray(0, BYTES)).toString("hex"),
    );
