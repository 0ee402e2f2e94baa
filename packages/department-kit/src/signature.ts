const PREFIX = "whsec_";
/** Standard Webhooks: 24 to 64 bytes. */
const BYTES = { min: 24, max: 64 };

/** Visible ASCII without a full stop: what is signed is `id.timestamp.body`, and a dot would make that ambiguous. */
export const MESSAGE_ID = /^[!-\-/-~]{1,256}$/;

/** The secret is not `whsec_` with 24 to 64 bytes in base64. Does not say what it was. */
export class UnusableSecret extends Error {
  override name = "UnusableSecret";
  constructor() {
    super(`a webhook secret is ${PREFIX} and ${BYTES.min} to ${BYTES.max} bytes in base64`);
  }
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const decoded = (encoded: string): Uint8Array<ArrayBuffer> => {
  try {
    return Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
  } catch {
    throw new UnusableSecret();
  }
};

const keyOf = async (secret: string) => {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : "";
  const bytes = decoded(encoded);
  if (base64(bytes).replace(/=+$/, "") !== encoded.replace(/=+$/, "")) throw new UnusableSecret();
  if (bytes.length < BYTES.min || bytes.length > BYTES.max) throw new UnusableSecret();
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
};

const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
};

/** `v1,<base64>`: HMAC-SHA256 over `id.timestamp.body`, the body as raw bytes. Throws UnusableSecret. */
export const signature = async (
  secret: string,
  id: string,
  timestamp: string,
  body: string | Uint8Array,
): Promise<string> => {
  const text = new TextEncoder();
  const raw = typeof body === "string" ? text.encode(body) : body;
  const signed = joined(text.encode(`${id}.${timestamp}.`), raw);
  const mac = await crypto.subtle.sign("HMAC", await keyOf(secret), signed);
  return `v1,${base64(new Uint8Array(mac))}`;
};

/** Compares every character whatever it finds, so the time taken does not tell where two texts differ. */
export const sameText = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index += 1) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  }
  return difference === 0;
};
