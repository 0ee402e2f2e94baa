import { randomBytes } from "node:crypto";
import { sameText } from "./keyed-id.ts";
import { hmacSha256 } from "./mac.ts";

const SECRET_PREFIX = "whsec_";
/** Standard Webhooks: a symmetric secret has between 24 bytes (192 bits) and 64 bytes (512 bits). */
const SECRET_BYTES = { min: 24, max: 64 };
const VERSION = "v1";
/** Seconds a timestamp may lie before or after now; the value customary with Standard Webhooks. */
const TOLERANCE = 300;

/** The secret is not `whsec_` with 24 to 64 bytes in base64. Does not say what it was. */
export class UnusableSecret extends Error {
  override name = "UnusableSecret";
  constructor() {
    super(
      `a webhook secret is ${SECRET_PREFIX} and ${SECRET_BYTES.min} to ${SECRET_BYTES.max} bytes in base64`,
    );
  }
}

/** A new secret in the form departments store it, from 24 to 64 random bytes. Throws UnusableSecret. */
export const newWebhookSecret = (bytes: Uint8Array = randomBytes(32)): string => {
  const secret = SECRET_PREFIX + Buffer.from(bytes).toString("base64");
  secretBytes(secret);
  return secret;
};

/** A secret is read once; there are as many as departments, twice that in a rotation. */
const known = new Map<string, Buffer>();
const MOST_KNOWN = 256;

const secretBytes = (secret: string): Buffer => {
  const found = known.get(secret) ?? read(secret);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(secret, found);
  return found;
};

const read = (secret: string): Buffer => {
  const encoded = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : "";
  const bytes = Buffer.from(encoded, "base64");
  const padded = bytes.toString("base64");
  if (padded !== encoded && padded.replace(/=+$/, "") !== encoded) throw new UnusableSecret();
  if (bytes.length < SECRET_BYTES.min || bytes.length > SECRET_BYTES.max) throw new UnusableSecret();
  return bytes;
};

/**
 * What is signed is `id.timestamp.body`, so a full stop in the id would let one signature stand for two messages
 * (`a.1` at 2, and `a` at 1 with a body beginning `2.`). Ids with one, or with anything but visible ASCII, are none.
 */
const MESSAGE_ID = /^[!-\-/-~]{1,256}$/;

const signature = (secret: string, id: string, timestamp: string, body: string | Uint8Array): string =>
  `${VERSION},${hmacSha256(secretBytes(secret), `${id}.${timestamp}.`, body).toString("base64")}`;

/**
 * The `webhook-signature` header of Standard Webhooks: `v1,<base64>`, one for each secret, separated by a space
 * (during a rotation both the old and the new secret sign). `timestampSeconds` is real time, in whole seconds.
 * Throws UnusableSecret; throws a RangeError for an id or a timestamp that cannot be signed unambiguously.
 */
export const signWebhook = (
  secrets: string | readonly string[],
  id: string,
  timestampSeconds: number,
  body: string | Uint8Array,
): string => {
  if (!MESSAGE_ID.test(id)) throw new RangeError("a webhook id is visible ASCII without a full stop");
  if (!Number.isSafeInteger(timestampSeconds) || timestampSeconds < 0) {
    throw new RangeError("a webhook timestamp is a whole number of seconds");
  }
  const all = typeof secrets === "string" ? [secrets] : secrets;
  return all.map((secret) => signature(secret, id, String(timestampSeconds), body)).join(" ");
};

/** The headers webhook-id, webhook-timestamp and webhook-signature as they came. */
export type WebhookHeaders = {
  readonly id?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly signature?: string | undefined;
};

export type WebhookVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly cause: "missing-header" | "bad-timestamp" | "too-old" | "too-new" | "bad-signature";
    };

const refused = (cause: Exclude<WebhookVerdict, { ok: true }>["cause"]): WebhookVerdict => ({
  ok: false,
  cause,
});

/**
 * Whether a message is from a holder of one of `secrets` and fresh. `body` is the raw bytes, before any parsing.
 * Every secret is tried against every signature in constant time. Throws UnusableSecret for a secret of ours.
 */
export const verifyWebhook = (message: {
  readonly secrets: readonly string[];
  readonly headers: WebhookHeaders;
  readonly body: string | Uint8Array;
  readonly nowSeconds: number;
  readonly toleranceSeconds?: number;
}): WebhookVerdict => {
  const { id, timestamp, signature: given } = message.headers;
  if (!id || !timestamp || !given) return refused("missing-header");
  if (!/^(0|[1-9]\d{0,11})$/.test(timestamp)) return refused("bad-timestamp");
  const age = message.nowSeconds - Number(timestamp);
  const tolerance = message.toleranceSeconds ?? TOLERANCE;
  if (age > tolerance) return refused("too-old");
  if (age < -tolerance) return refused("too-new");
  if (!MESSAGE_ID.test(id)) return refused("bad-signature");
  const candidates = given.split(" ");
  const genuine = message.secrets
    .map((secret) => signature(secret, id, timestamp, message.body))
    .filter((expected) => candidates.filter((candidate) => sameText(candidate, expected)).length > 0);
  return genuine.length > 0 ? { ok: true } : refused("bad-signature");
};
