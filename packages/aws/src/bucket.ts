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

/** What S3 tells of new versions, as far as it is used; keys come percent-encoded. */
const Told = z.object({
  Records: z.array(
    z.object({ s3: z.object({ object: z.object({ key: z.string(), versionId: z.string() }) }) }),
  ),
});

/** What S3 says once, when it is told where to send. */
const Greeting = z.object({ Event: z.literal("s3:TestEvent") }).transform(() => ({ Records: [] }));

export interface Upload {
  readonly key: ObjectKey;
  readonly version: string;
}

/** Which versions a message tells of. Throws for a message or a path that is none of ours. */
export const uploadsOf = (message: unknown): readonly Upload[] =>
  z
    .union([Told, Greeting])
    .parse(message)
    .Records.map(({ s3: { object } }) => ({
      key: objectKeyOf(decodeURIComponent(object.key)),
      version: object.versionId,
    }));
