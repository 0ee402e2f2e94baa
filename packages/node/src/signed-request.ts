import { createHash } from "node:crypto";
import { hmacSha256 } from "./mac.ts";

/** A key of an account at a cloud: its name goes over the wire, its secret never. */
export interface AccessKey {
  readonly accessKey: string;
  readonly secretKey: string;
}

const ALGORITHM = "HMAC-SHA256";
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export interface Signable {
  readonly path: string;
  readonly body: string;
  /** Headers that are signed, by lower-case name; among them a date and a nonce, against replay. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What is signed, as the mainland clouds do it: method, path, query, headers by name, their names, hash of the body. */
const canonicalOf = ({
  path,
  body,
  headers,
}: Signable): { readonly text: string; readonly names: string } => {
  const sorted = Object.entries(headers).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const names = sorted.map(([name]) => name).join(";");
  const lines = sorted.map(([name, value]) => `${name}:${value}\n`).join("");
  return { text: ["POST", path, "", lines, names, sha256(body)].join("\n"), names };
};

/** The value of `authorization` for a POST: an HMAC-SHA256 over the hash of all that matters of it. */
export const authorizationOf = ({ accessKey, secretKey }: AccessKey, request: Signable): string => {
  const { text, names } = canonicalOf(request);
  const signature = hex(hmacSha256(Buffer.from(secretKey), `${ALGORITHM}\n${sha256(text)}`));
  return `${ALGORITHM} Credential=${accessKey},SignedHeaders=${names},Signature=${signature}`;
};
