import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publicJwk } from "@window/node/es256.ts";
import * as z from "zod";
import { writeDurably } from "../durable-file.ts";

const PrivateJwk = z.object({ d: z.string() });

const generate = (): string =>
  generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;

/** The key that tokens are signed with, as JWK; made once, so that a token outlives a restart. */
export const loginKey = (folder: string) => {
  const file = join(folder, "login.pem");
  if (!existsSync(file)) writeDurably(file, generate());
  const key = createPrivateKey(readFileSync(file, "utf8"));
  const { d } = PrivateJwk.parse(key.export({ format: "jwk" }));
  return { ...publicJwk(key), d };
};
