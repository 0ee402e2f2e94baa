import { MESSAGE_ID, sameText, signature } from "./signature.ts";
import { nowSeconds } from "./wire-clock.ts";

/** Seconds a timestamp may lie before or after now, as customary with Standard Webhooks. */
const TOLERANCE = 300;

/** A `Headers` of the Web, or what Node's HTTP server has: lower-case names and their values. */
export type ReceivedHeaders = WebHeaders | Readonly<Record<string, string | readonly string[] | undefined>>;
type WebHeaders = { get(name: string): string | null };

export type Verdict =
  | { readonly ok: true; readonly id: string; readonly timestamp: number }
  | {
      readonly ok: false;
      readonly cause: "missing-header" | "bad-timestamp" | "too-old" | "too-new" | "bad-signature";
    };

/**
 * Whether a message comes from a holder of one of `secrets` (`whsec_…`; two during a rotation) and is fresh.
 * `body`: the raw bytes as received, before any parsing. Throws UnusableSecret for a secret of yours.
 */
export const verifyWebhook = async (message: {
  readonly secrets: readonly string[];
  readonly headers: ReceivedHeaders;
  readonly body: string | Uint8Array;
  /** Real time unless given. */
  readonly nowSeconds?: number;
  readonly toleranceSeconds?: number;
}): Promise<Verdict> => {
  const id = header(message.headers, "webhook-id");
  const timestamp = header(message.headers, "webhook-timestamp");
  const given = header(message.headers, "webhook-signature");
  if (!id || !timestamp || !given) return { ok: false, cause: "missing-header" };
  if (!/^(0|[1-9]\d{0,11})$/.test(timestamp)) return { ok: false, cause: "bad-timestamp" };

  const age = (message.nowSeconds ?? nowSeconds()) - Number(timestamp);
  const tolerance = message.toleranceSeconds ?? TOLERANCE;
  if (age > tolerance) return { ok: false, cause: "too-old" };
  if (age < -tolerance) return { ok: false, cause: "too-new" };
  if (!MESSAGE_ID.test(id)) return { ok: false, cause: "bad-signature" };

  const candidates = given.split(" ");
  const expected = await Promise.all(
    message.secrets.map((secret) => signature(secret, id, timestamp, message.body)),
  );
  // Every secret is tried against every signature: no early end tells which one was nearly right.
  const genuine = expected.flatMap((mine) => candidates.filter((candidate) => sameText(candidate, mine)));
  if (genuine.length === 0) return { ok: false, cause: "bad-signature" };
  return { ok: true, id, timestamp: Number(timestamp) };
};

const isWebHeaders = (headers: ReceivedHeaders): headers is WebHeaders => typeof headers.get === "function";

const header = (headers: ReceivedHeaders, name: string): string | undefined => {
  if (isWebHeaders(headers)) return headers.get(name) ?? undefined;
  const value = headers[name];
  return typeof value === "string" ? value : value?.join(", ");
};
