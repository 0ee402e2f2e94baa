import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { environment, events, secrets, views } from "../packages/aws/src/names.ts";
import type { SecretName } from "../packages/aws/src/names.ts";
import type { DataStack } from "./data.ts";
import { grant } from "./part/grant.ts";

type Row = "GetItem" | "BatchGetItem" | "PutItem" | "UpdateItem" | "DeleteItem" | "Query" | "Scan";

const rows = (actions: readonly Row[]): string[] => actions.map((action) => `dynamodb:${action}`);

/** Whoever may not list a bucket is told 403 of what is not there, which is no answer (S3, GetObject). */
const tellsAbsent = (to: Lambda, bucket: Bucket): void =>
  grant(to, { actions: ["s3:ListBucket"], on: [bucket.bucketArn] });

/** Roots of the log: their key, where they are, and what may be done there. */
const accessToRoots = (data: DataStack) => ({
  rootKey: (to: Lambda, actions: readonly ("Sign" | "GetPublicKey")[]) =>
    grant(to, {
      actions: actions.map((action) => `kms:${action}`),
      on: [data.rootKey.keyArn],
      as: [environment.rootKeys, data.rootKey.keyArn],
    }),

  roots: (to: Lambda, actions: readonly ("GetObjectVersion" | "PutObject")[]) => {
    grant(to, {
      actions: actions.map((action) => `s3:${action}`),
      on: [data.roots.arnForObjects("*")],
      as: [environment.roots, data.roots.bucketName],
    });
    grant(to, { actions: ["s3:ListBucketVersions"], on: [data.roots.bucketArn] });
    tellsAbsent(to, data.roots);
  },
});

/** Papers, each in the version that was inspected. */
const accessToDocuments = (data: DataStack) => ({
  documents: (to: Lambda, actions: readonly ("GetObjectVersion" | "PutObject" | "DeleteObjectVersion")[]) => {
    grant(to, {
      actions: actions.map((action) => `s3:${action}`),
      on: [data.documents.arnForObjects("*")],
      as: [environment.documents, data.documents.bucketName],
    });
    if (actions.includes("GetObjectVersion")) tellsAbsent(to, data.documents);
  },

  documentVersions: (to: Lambda) =>
    grant(to, { actions: ["s3:ListBucketVersions"], on: [data.documents.bucketArn] }),
});

/** What a function can be let to. Each line says actions of the service, as the adapters behind the ports call them. */
export const accessTo = (data: DataStack) => {
  const table = (kept: Table, name: string, index?: string) => (to: Lambda, actions: readonly Row[]) =>
    grant(to, {
      actions: rows(actions),
      on: [kept.tableArn, ...(index === undefined ? [] : [`${kept.tableArn}/index/${index}`])],
      as: [name, kept.tableName],
    });

  return {
    ...accessToRoots(data),
    ...accessToDocuments(data),

    /** Loading and appending, the feed included. */
    events: table(data.events, environment.events, events.feed.name),
    views: table(data.views, environment.views, views.list.name),
    records: table(data.records, environment.records),

    /** The data keys, and the key that unwraps them; whoever seals makes the first of either, and erases them. */
    keys: (to: Lambda, sealing: "opens" | "seals") => {
      table(data.keys, environment.keys)(to, sealing === "opens" ? ["GetItem"] : ["GetItem", "PutItem"]);
      grant(to, {
        actions: sealing === "opens" ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"],
        on: [data.wrapping.keyArn],
        as: [environment.wrappingKey, data.wrapping.keyArn],
      });
    },

    signing: (to: Lambda, actions: readonly ("Sign" | "GetPublicKey")[] = ["Sign", "GetPublicKey"]) =>
      grant(to, {
        actions: actions.map((action) => `kms:${action}`),
        on: [data.signing.keyArn],
        as: [environment.signingKeys, data.signing.keyArn],
      }),

    /** Each by itself; `root` hangs under all ids, and is needed by whoever makes or looks for one. */
    secrets: (to: Lambda, names: readonly SecretName[]) => {
      for (const name of names) {
        const { secretArn } = data.secrets[name];
        grant(to, {
          actions: ["secretsmanager:GetSecretValue"],
          on: [secretArn],
          as: [secrets[name].environment, secretArn],
        });
      }
    },

    sending: (to: Lambda, queue: Queue, name: string) =>
      grant(to, { actions: ["sqs:SendMessage"], on: [queue.queueArn], as: [name, queue.queueUrl] }),
  };
};

export type Access = ReturnType<typeof accessTo>;
