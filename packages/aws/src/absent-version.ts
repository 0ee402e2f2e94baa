import { S3ServiceException } from "@aws-sdk/client-s3";

const ABSENT = ["NoSuchKey", "NoSuchVersion", "InvalidVersionId", "NotFound"];

/** S3 calls a version that was never one of its own an invalid argument. */
export const isAbsent = (fault: unknown): boolean =>
  fault instanceof S3ServiceException &&
  (ABSENT.includes(fault.name) || (fault.name === "InvalidArgument" && /version/i.test(fault.message)));
