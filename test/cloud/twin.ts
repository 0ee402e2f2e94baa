import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { GlobalSecondaryIndex } from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
} from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { bucketNamed } from "@window/aws/bucket.ts";
import { randomBytes } from "node:crypto";

/**
 * A table with the keys and indexes of a deployed one and nothing behind it: what the suites write is no commit of a real
 * case, and the deployed dispatcher would take it for one. Returns its name.
 */
export const twinOf = async (name: string): Promise<string> => {
  const client = new DynamoDBClient({});
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const TableName = `twin-${name.slice(0, 40)}-${randomBytes(4).toString("hex")}`;
  const indexes = (Table?.GlobalSecondaryIndexes ?? []).map(
    ({ IndexName, KeySchema, Projection }): GlobalSecondaryIndex => ({ IndexName, KeySchema, Projection }),
  );
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
    }),
  );
  return TableName;
};

/**
 * A versioned bucket that tells nobody: the deployed inspector would erase what the suite uploads, because no
 * application expects it. Returns its name.
 */
export const twinBucket = async (): Promise<string> => {
  const Bucket = `twin-documents-${randomBytes(4).toString("hex")}`;
  const { client } = bucketNamed(Bucket, true);
  await client.send(new CreateBucketCommand({ Bucket }));
  const VersioningConfiguration = { Status: "Enabled" } as const;
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  return Bucket;
};

/** A bucket that locks what is put into it, as the deployed one of roots does: there the window's own roots are. */
export const twinOfRoots = async (client: S3Client): Promise<string> => {
  const Bucket = `twin-roots-${randomBytes(8).toString("hex")}`;
  await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  await client.send(
    new PutObjectLockConfigurationCommand({
      Bucket,
      ObjectLockConfiguration: {
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 1 } },
      },
    }),
  );
  return Bucket;
};
