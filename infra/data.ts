import { CfnOutput, Stack } from "aws-cdk-lib";
import type { StackProps } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { SecretName } from "../packages/aws/src/names.ts";
import { documentsBucket, rootsBucket, uploadsQueue } from "./part/bucket.ts";
import { restKey, rootKey, signingKey, wrappingKey } from "./part/key.ts";
import { secretsOf } from "./part/secret.ts";
import { eventsTable, keysTable, recordsTable, viewsTable } from "./part/table.ts";
import type { Stage } from "./stage.ts";

/** What must outlive every deploy: facts, keys, documents, secrets. Nothing else is in this stack. */
export class DataStack extends Stack {
  readonly rest: Key;
  readonly wrapping: Key;
  readonly signing: Key;
  readonly rootKey: Key;
  readonly events: Table;
  readonly views: Table;
  readonly keys: Table;
  readonly records: Table;
  readonly documents: Bucket;
  readonly roots: Bucket;
  readonly uploads: Queue;
  readonly secrets: Readonly<Record<SecretName, Secret>>;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { readonly stage: Stage }) {
    super(scope, id, { ...props, terminationProtection: !stage.isTest });
    this.rest = restKey(this, stage);
    this.wrapping = wrappingKey(this, stage);
    this.signing = signingKey(this, stage);
    this.rootKey = rootKey(this, stage);
    const kept = { stage, key: this.rest };
    this.events = eventsTable(this, kept);
    this.views = viewsTable(this, kept);
    this.keys = keysTable(this, kept);
    this.records = recordsTable(this, kept);
    this.uploads = uploadsQueue(this);
    this.documents = documentsBucket(this, kept, this.uploads);
    this.roots = rootsBucket(this, kept);
    this.secrets = secretsOf(this, kept);
    const said = {
      Events: this.events.tableName,
      Views: this.views.tableName,
      Keys: this.keys.tableName,
      Records: this.records.tableName,
      Documents: this.documents.bucketName,
      Roots: this.roots.bucketName,
      WrappingKey: this.wrapping.keyArn,
      SigningKey: this.signing.keyArn,
      RootKey: this.rootKey.keyArn,
    };
    // Words for people and tools: an output may not be named like the resource it tells of.
    for (const [name, value] of Object.entries(said)) new CfnOutput(this, `${name}Out`, { value });
  }
}
