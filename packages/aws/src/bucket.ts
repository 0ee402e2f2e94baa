import { S3Client } from "@aws-sdk/client-s3";
import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import * as z from "zod";
import { patience } from "./patience.ts";

export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
}

let shared: S3Client | undefined;

/** `forcePathStyle`: where names of buckets do not resolve (the emulator), their names go into the path. */
export const bucketNamed = (name: string, forcePathStyle: boolean): Bucket => {
  shared ??= new S3Client({ ...patience, forcePathStyle });
  return { client: shared, name };
};

export const pathOf = ({ application, document }: ObjectKey): string => `${application}/${document}`;

const Path = z
  .string()
  .transform((path) => path.split("/"))
  .pipe(z.tuple([ApplicationId, DocumentId]))
  .transform(([application, document]): ObjectKey => ({ application, document }));

/** What a path of the bucket names. Throws for one that `presign` has not made. */
export const objectKeyOf = (path: string): ObjectKey => Path.parse(path);

/** What S3 tells through EventBridge of a new version, as far as it is used. */
const Created = z.object({
  detail: z.object({ object: z.object({ key: z.string(), "version-id": z.string() }) }),
});

export interface Upload {
  readonly key: ObjectKey;
  readonly version: string;
}

/** Which version an event tells of. Throws for an event or a path that is none of ours. */
export const uploadOf = (event: unknown): Upload => {
  const { object } = Created.parse(event).detail;
  return { key: objectKeyOf(object.key), version: object["version-id"] };
};
