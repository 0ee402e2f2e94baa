import * as z from "zod";

const Key = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
});
const Header = z.object({ alg: z.literal("ES256"), kid: z.string() });

const bytesOf = (part: string) => Uint8Array.from(Buffer.from(part, "base64url"));
const jsonOf = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));

/**
 * As a stranger checks a certificate without the window: the published keys and Web Crypto, nothing of ours
 * (RFC 7515, RFC 7518 §3.4). The claims, or undefined when no published key has signed it.
 */
export const verifyOffline = async (certificate: string, published: readonly unknown[]): Promise<unknown> => {
  const [head = "", body = "", signature = ""] = certificate.split(".");
  const { kid } = Header.parse(jsonOf(head));
  const key = z
    .array(Key)
    .parse(published)
    .find((one) => one.kid === kid);
  if (!key) return undefined;
  const { kty, crv, x, y } = key;
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, algorithm, false, ["verify"]);
  const signed = new TextEncoder().encode(`${head}.${body}`);
  const genuine = await crypto.subtle.verify(algorithm, imported, bytesOf(signature), signed);
  return genuine ? jsonOf(body) : undefined;
};

/** The same certificate for somebody else, with the signature it has. */
export const tampered = (certificate: string): string => {
  const [head = "", body = "", signature = ""] = certificate.split(".");
  const claims = z.record(z.string(), z.unknown()).parse(jsonOf(body));
  const changed = Buffer.from(JSON.stringify({ ...claims, nam: "S***** E***" })).toString("base64url");
  return `${head}.${changed}.${signature}`;
};

/** The same claims, signed with a key that somebody made for it. */
export const counterfeit = async (certificate: string): Promise<string> => {
  const [head = "", body = ""] = certificate.split(".");
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const signed = new TextEncoder().encode(`${head}.${body}`);
  const signature = await crypto.subtle.sign(algorithm, pair.privateKey, signed);
  return `${head}.${body}.${Buffer.from(signature).toString("base64url")}`;
};
