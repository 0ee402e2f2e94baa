import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import { Instant } from "@window/domain/instant.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import { sameText } from "@window/node/keyed-id.ts";
import { hmacSha256 } from "@window/node/mac.ts";
import * as z from "zod";

/** What a link shows: one version of one document, until an instant of real time. */
export interface Linked {
  readonly key: ObjectKey;
  readonly version: string;
  readonly until: Instant;
}

const Content = z.tuple([ApplicationId, DocumentId, z.string(), Instant]);

const proofOf = (secret: Uint8Array, content: string): string =>
  hmacSha256(secret, "link.", content).toString("base64url");

export const linkToken = (secret: Uint8Array, { key, version, until }: Linked): string => {
  const parts = [key.application, key.document, version, until];
  const content = Buffer.from(JSON.stringify(parts)).toString("base64url");
  return `${content}.${proofOf(secret, content)}`;
};

/** Undefined for anything that `linkToken` of this secret did not make. Says nothing of whether it is still good. */
export const readLinkToken = (secret: Uint8Array, token: string): Linked | undefined => {
  const [content = "", proof = "", ...rest] = token.split(".");
  if (rest.length > 0 || !sameText(proof, proofOf(secret, content))) return undefined;
  const text = Buffer.from(content, "base64url").toString("utf8");
  const [application, document, version, until] = Content.parse(JSON.parse(text));
  return { key: { application, document }, version, until };
};
