import type { Request } from "@window/domain/commit.ts";
import type { KeyedDigest } from "@window/domain/port/digest.ts";
import type { Principal } from "./principal.ts";
import type { Refused } from "./refused.ts";

/**
 * What a write is known by afterwards: who asked for what, with which `Idempotency-Key`. The key is hashed with the
 * route, so that one key on two routes is two requests; the body's hash tells a repeat from a reuse.
 */
export const requestOf = (
  keyed: KeyedDigest,
  principal: Principal,
  asked: { readonly route: string; readonly key: string | undefined; readonly body: unknown },
): Request | Refused => {
  const { route, key, body } = asked;
  if (key === undefined || key === "") return { problem: "key-missing" };
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return { problem: "key-malformed" };
  return { actor: principal.actor, key: keyed({ route, key }), body: keyed({ body: body ?? null }) };
};
