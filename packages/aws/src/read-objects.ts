import { GetObjectCommand, S3ServiceException } from "@aws-sdk/client-s3";
import type { Objects } from "@window/domain/port/objects.ts";
import type { Bucket } from "./bucket.ts";
import { pathOf } from "./bucket.ts";

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
