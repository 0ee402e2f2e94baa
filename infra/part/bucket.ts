import { Duration } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Kept } from "./table.ts";

/**
 * Documents of applicants: versioned, because a verdict is about one version; browsers post into it by presigned form.
 * Every new version is told to EventBridge by the bucket itself, without the custom resource of CDK.
 */
export const documentsBucket = (scope: Construct, { stage, key }: Kept): Bucket => {
  const bucket = new Bucket(scope, "Documents", {
    versioned: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: stage.removal,
    // A presigned form is the permission; which page holds it does not matter.
    cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: ["*"], maxAge: 3600 }],
    lifecycleRules: [
      {
        id: "replaced-and-abandoned",
        // A verdict may be about a version that was replaced since: kept longer than a case runs. Erasing does not wait.
        noncurrentVersionExpiration: Duration.days(3 * 365),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
        expiredObjectDeleteMarker: true,
      },
    ],
  });
  const own = bucket.node.defaultChild;
  if (!(own instanceof CfnBucket)) throw new Error("a bucket is made of a CfnBucket");
  own.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  return bucket;
};
