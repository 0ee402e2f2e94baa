import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import type { ObjectKey, Objects } from "@window/domain/port/objects.ts";
import * as z from "zod";

export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
}

const pathOf = ({ application, document }: ObjectKey): string => `${application}/${document}`;

const Path = z
  .string()
  .transform((path) => path.split("/"))
  .pipe(z.tuple([ApplicationId, DocumentId]))
  .transform(([application, document]): ObjectKey => ({ application, document }));

/** What a path of the bucket names. Throws for one that `presign` has not made. */
export const objectKeyOf = (path: string): ObjectKey => Path.parse(path);

const ABSENT = ["NoSuchKey", "NoSuchVersion", "InvalidVersionId", "NotFound"];

/** S3 calls a version that was never one of its own an invalid argument. */
const isAbsent = (fault: unknown): boolean =>
  fault instanceof S3ServiceException &&
  (ABSENT.includes(fault.name) || (fault.name === "InvalidArgument" && /version/i.test(fault.message)));

export const openReading = ({ client, name: Bucket }: Bucket): Pick<Objects, "read"> => ({
  async read(key, VersionId) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: pathOf(key), VersionId }));
      return await Body?.transformToByteArray();
    } catch (fault) {
      if (!isAbsent(fault)) throw fault;
      return undefined;
    }
  },
});

/** Signs forms and links; nothing of it calls S3. */
export const openSigning = ({ client, name: Bucket }: Bucket): Pick<Objects, "presign" | "link"> => ({
  async presign(key, { type, maxBytes, seconds }) {
    const { url, fields } = await createPresignedPost(client, {
      Bucket,
      Key: pathOf(key),
      Fields: { "Content-Type": type },
      Conditions: [
        ["eq", "$Content-Type", type],
        ["content-length-range", 1, maxBytes],
      ],
      Expires: seconds,
    });
    return { url, fields };
  },

  link: (key, VersionId, seconds) => {
    const get = new GetObjectCommand({
      Bucket,
      Key: pathOf(key),
      VersionId,
      ResponseContentDisposition: "attachment",
    });
    return getSignedUrl(client, get, { expiresIn: seconds });
  },
});

export const openErasing = ({ client, name: Bucket }: Bucket): Pick<Objects, "erase"> => ({
  async erase(application) {
    // Read from the start until nothing is left: every round removes what it has read.
    for (;;) {
      const page = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: `${application}/` }));
      const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({
        Key,
        VersionId,
      }));
      if (Objects.length === 0) return;
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
      );
      const [first] = Errors;
      if (first !== undefined)
        throw new Error(`a document version was not erased: ${first.Code ?? "unknown"}`);
    }
  },
});

export const openObjects = (bucket: Bucket): Objects => ({
  ...openReading(bucket),
  ...openSigning(bucket),
  ...openErasing(bucket),
});
