import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { ListObjectVersionsCommandInput, ListObjectVersionsCommandOutput } from "@aws-sdk/client-s3";
import { beginningOf, hourOf } from "@window/domain/feed.ts";
import { later } from "@window/domain/instant.ts";
import type { Roots } from "@window/domain/port/roots.ts";
import { Leaf } from "@window/domain/root/leaf.ts";
import { SignedRoot } from "@window/domain/root/root.ts";
import * as z from "zod";
import type { Bucket } from "./bucket.ts";

const ROOTS = "roots/";
const LEAVES = "leaves/";

const Leaves = z.array(Leaf);

/** Fewer would be enough: one root, and whatever somebody put over it. */
const PAGE = 10;

const Version = z.object({ Key: z.string(), VersionId: z.string() });
type Version = z.infer<typeof Version>;

type Marker = Pick<ListObjectVersionsCommandInput, "KeyMarker" | "VersionIdMarker">;

const nextOf = (page: ListObjectVersionsCommandOutput): Marker | undefined =>
  page.IsTruncated === true
    ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
    : undefined;

/** False when the key is taken. Whatever is put is locked by the bucket itself. */
const putOnce = async ({ client, name: Bucket }: Bucket, Key: string, content: unknown): Promise<boolean> => {
  const Body = JSON.stringify(content);
  try {
    await client.send(
      new PutObjectCommand({ Bucket, Key, Body, ContentType: "application/json", IfNoneMatch: "*" }),
    );
    return true;
  } catch (fault) {
    if (!(fault instanceof S3ServiceException) || fault.name !== "PreconditionFailed") throw fault;
    return false;
  }
};

/**
 * The oldest version of the first key after `after`. A lock keeps a version and not a name: somebody with enough power
 * can put another version over it, or a mark that it is deleted, and neither is the one that was put first.
 */
const firstAfter = async (
  { client, name: Bucket }: Bucket,
  Prefix: string,
  after?: string,
): Promise<Version | undefined> => {
  let oldest: Version | undefined;
  let from: Marker | undefined = { KeyMarker: after };
  while (from !== undefined) {
    const list = { Bucket, Prefix, MaxKeys: PAGE, ...from };
    const page: ListObjectVersionsCommandOutput = await client.send(new ListObjectVersionsCommand(list));
    // Of one key the newest comes first.
    for (const version of z.array(Version).parse(page.Versions ?? [])) {
      if (oldest !== undefined && version.Key !== oldest.Key) return oldest;
      oldest = version;
    }
    from = nextOf(page);
  }
  return oldest;
};

const read = async ({ client, name: Bucket }: Bucket, version: Version): Promise<unknown> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, ...version }));
  return JSON.parse((await Body?.transformToString()) ?? "");
};

export const openRoots = (bucket: Bucket): Roots => ({
  put: async (signed) => ((await putOnce(bucket, ROOTS + signed.root.hour, signed)) ? "put" : "taken"),

  async from(hour) {
    const before = hourOf(later(beginningOf(hour), -1));
    const found = await firstAfter(bucket, ROOTS, ROOTS + before);
    return found === undefined ? undefined : SignedRoot.parse(await read(bucket, found));
  },

  async putLeaves(head, leaves) {
    await putOnce(bucket, LEAVES + head, leaves);
  },

  async leaves(head) {
    const found = await firstAfter(bucket, LEAVES + head);
    if (found === undefined) throw new Error(`the leaves under ${head} are not there`);
    return Leaves.parse(await read(bucket, found));
  },
});
