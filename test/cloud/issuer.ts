import { publicJwk, signEs256 } from "@window/node/es256.ts";
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import * as z from "zod";
import { onLoopback } from "./on-loopback.ts";
import type { Place } from "./place.ts";

export interface Issuer {
  readonly url: string;
  readonly jwksUrl: string;
  readonly key: Place["issuerKey"];
  close(): Promise<void>;
}

export const AUDIENCE = "talent-window";

/** A login of a province, as far as the window sees one: an issuer's name and its public keys. */
export const openIssuer = async (): Promise<Issuer> => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const keys = JSON.stringify({ keys: [publicJwk(privateKey)] });
  const { origin: url, close } = await onLoopback((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(keys);
  });
  return {
    url,
    jwksUrl: `${url}/jwks`,
    key: z.record(z.string(), z.unknown()).parse(privateKey.export({ format: "jwk" })),
    close,
  };
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An access token (RFC 9068) as the issuer would give it, an hour from `nowSeconds`. */
export const tokenFor = (
  { issuer, issuerKey }: Place,
  subject: string,
  claims: Readonly<Record<string, unknown>>,
  nowSeconds: number,
): string => {
  const key = createPrivateKey({ key: issuerKey, format: "jwk" });
  const head = part({ alg: "ES256", typ: "at+jwt", kid: publicJwk(key).kid });
  const body = part({
    iss: issuer,
    aud: AUDIENCE,
    sub: subject,
    iat: nowSeconds,
    exp: nowSeconds + 3600,
    ...claims,
  });
  const signature = signEs256(key, Buffer.from(`${head}.${body}`));
  return `${head}.${body}.${Buffer.from(signature).toString("base64url")}`;
};
