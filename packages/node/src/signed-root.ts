import { Root } from "@window/domain/root/root.ts";
import { composeJws, verifyJws } from "./compact-jws.ts";

/** A root is no certificate and no token, whatever key somebody has. */
const TYPE = "talent-root+jws";

/** A root as compact JWS. Throws as `composeJws` does. */
export const composeRootJws = (
  root: Root,
  kid: string,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<string> => composeJws(TYPE, root, kid, sign);

/** The root that one of `keys` (JWK) has signed, or undefined. Throws only when one of them is no P-256 key. */
export const readRootJws = (
  token: string,
  keys: readonly Readonly<Record<string, unknown>>[],
): Root | undefined => {
  const check = verifyJws(TYPE, token, keys);
  return check.ok ? Root.safeParse(check.payload).data : undefined;
};
