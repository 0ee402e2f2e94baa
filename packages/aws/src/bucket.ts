import { S3Client } from "@aws-sdk/client-s3";
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
