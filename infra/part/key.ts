import { Stack } from "aws-cdk-lib";
import { AnyPrincipal, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { Stage } from "../stage.ts";

/** Services that hold our data and ask the key in the name of whoever may reach the data. */
const KEEPERS = ["dynamodb", "s3", "sqs", "secretsmanager"];

/**
 * Data at rest. Whoever of this account is let to a table, bucket, queue or secret by its role gets there through the
 * service, and through nothing else: no role names this key.
 */
export const restKey = (scope: Construct, stage: Stage): Key => {
  const key = new Key(scope, "RestKey", {
    description: "Tables, buckets, queues and secrets at rest",
    enableKeyRotation: true,
    removalPolicy: stage.removal,
  });
  const { account, region } = Stack.of(scope);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: "ThroughTheServicesThatKeepTheData",
      principals: [new AnyPrincipal()],
      actions: [
        "kms:Encrypt",
        "kms:Decrypt",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:DescribeKey",
        "kms:CreateGrant",
      ],
      resources: ["*"],
      conditions: {
        StringEquals: {
          "kms:CallerAccount": account,
          "kms:ViaService": KEEPERS.map((service) => `${service}.${region}.amazonaws.com`),
        },
      },
    }),
  );
  return key;
};

/** Wraps the key that wraps the data keys of persons; asked at most every five minutes per process. */
export const wrappingKey = (scope: Construct, stage: Stage): Key =>
  new Key(scope, "WrappingKey", {
    description: "Wraps the key of the data keys",
    enableKeyRotation: true,
    removalPolicy: stage.removal,
  });

/** Signs the hourly roots of the log (ES256): whoever may sign certificates may not sign these. */
export const rootKey = (scope: Construct, stage: Stage): Key =>
  new Key(scope, "RootKey", {
    description: "Signs the roots of the log (ES256)",
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: stage.removal,
  });

/** Signs certificates (ES256). The service cannot rotate it: a new key is added before it, and this one stays. */
export const signingKey = (scope: Construct, stage: Stage): Key =>
  new Key(scope, "SigningKey", {
    description: "Signs certificates (ES256)",
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: stage.removal,
  });
