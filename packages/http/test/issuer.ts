import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { once } from "node:events";
import { createServer } from "node:http";
import * as z from "zod";

/** 2026-11-24T09:00:00+08:00 in seconds; nothing here looks at the wall clock. */
export const NOW = 1_795_482_000;

type Content = Readonly<Record<string, unknown>>;

const rightClaims = {
  iss: "https://login.example",
  aud: "https://window.example",
  sub: "somebody",
  iat: NOW - 10,
  exp: NOW + 600,
};

const defined = (content: Content): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));

/** A login as the window sees one: its public keys on a port of this machine, and a hand that signs. */
export const openIssuer = async () => {
  const pair = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: "key-1", alg: "ES256", use: "sig" };
  let fetches = 0;
  const server = createServer((_, response) => {
    fetches += 1;
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: [jwk] }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    issuer: "https://login.example",
    audience: "https://window.example",
    jwksUrl: `http://127.0.0.1:${port}/jwks`,
    jwk,
    fetches: () => fetches,
    /** An undefined claim or header is left out. */
    sign: (claims: Content = {}, header: Content = {}, key: CryptoKey | Uint8Array = pair.privateKey) =>
      new SignJWT(defined({ ...rightClaims, ...claims }))
        .setProtectedHeader({ alg: "ES256", ...defined({ typ: "at+jwt", kid: "key-1", ...header }) })
        .sign(key),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
