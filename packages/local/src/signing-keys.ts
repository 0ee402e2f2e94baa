import { publicJwk, type PublicJwk } from "@window/node/es256.ts";
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeDurably } from "./durable-file.ts";

interface SigningKey {
  readonly key: KeyObject;
  readonly jwk: PublicJwk;
}

/** The ES256 keys of one purpose, one file each that only its owner reads; none is ever removed. */
export interface SigningKeys {
  /** Newest first, at least one. */
  all(): readonly SigningKey[];
  newest(): SigningKey;
  add(): void;
}

type Purpose = "certificate" | "root";

/** `certificate-0001.pem`, `certificate-0002.pem`, … in the order they were made. */
const nameOf = (purpose: Purpose, index: number): string =>
  `${purpose}-${String(index).padStart(4, "0")}.pem`;

const generate = (): string =>
  generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;

const read = (pem: string): SigningKey => {
  const key = createPrivateKey(pem);
  return { key, jwk: publicJwk(key) };
};

/** Makes the first key when there is none. */
export const openSigningKeys = (folder: string, purpose: Purpose): SigningKeys => {
  const named = new RegExp(`^${purpose}-\\d{4}\\.pem$`);
  const files = readdirSync(folder)
    .filter((name) => named.test(name))
    .sort();
  const oldestFirst = files.map((name) => read(readFileSync(join(folder, name), "utf8")));
  const add = (): SigningKey => {
    const pem = generate();
    writeDurably(join(folder, nameOf(purpose, oldestFirst.length + 1)), pem);
    const made = read(pem);
    oldestFirst.push(made);
    return made;
  };
  if (oldestFirst.length === 0) add();
  return {
    all: () => oldestFirst.toReversed(),
    newest: () => oldestFirst.at(-1) ?? add(),
    add: () => void add(),
  };
};
