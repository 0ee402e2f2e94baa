import { Duration, Stack } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { alarm } from "./alarm.ts";
import { queueOf } from "./queue.ts";
import type { Kept } from "./table.ts";

/** Versioned, under our key, reached by TLS alone and never by the public. */
const closed = (encryptionKey: IKey) => ({
  versioned: true,
  encryption: BucketEncryption.KMS,
  encryptionKey,
  bucketKeyEnabled: true,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
});

/**
 * Documents of applicants: versioned, because a verdict is about one version; browsers post into it by presigned form.
 * The bucket itself tells the queue of every new version, without the custom resource of CDK.
 */
export const documentsBucket = (scope: Construct, { stage, key }: Kept, uploads: Queue): Bucket => {
  const bucket = new Bucket(scope, "Documents", {
    ...closed(key),
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
  const queue = uploads.queueArn;
  own.notificationConfiguration = { queueConfigurations: [{ event: "s3:ObjectCreated:*", queue }] };
  // S3 tries the queue when the bucket is made.
  bucket.node.addDependency(uploads);
  return bucket;
};

/** Signed roots of the log and what lies under them: whatever is put is locked, and nobody can change or remove it. */
export const rootsBucket = (scope: Construct, { stage, key }: Kept): Bucket =>
  new Bucket(scope, "Roots", {
    ...closed(key),
    objectLockEnabled: true,
    objectLockDefaultRetention: stage.lock,
    removalPolicy: stage.removal,
  });

/** Six times the timeout of the inspector, in seconds. */
const VISIBILITY = 6 * 60;
/** Seconds after which somebody has to look why nothing is judged. */
const WAITS_LONG = 30 * 60;

/** New versions on their way to the inspector. S3 cannot write under our key without being named in it: SQS has its own. */
export const uploadsQueue = (scope: Construct): Queue => {
  const queue = queueOf(scope, {
    id: "Uploads",
    visibility: Duration.seconds(VISIBILITY),
    // While the malware scanner is down an upload waits: four days of tries every six minutes, and then it lies aside.
    tries: 1000,
    whoIsHurt: "An applicant whose upload is never judged, and who therefore cannot submit.",
  });
  alarm(queue, "WaitingAlarm", {
    metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: "Maximum" }),
    heading: "UploadsWaiting",
    threshold: WAITS_LONG,
    whoIsHurt:
      "Applicants whose uploads have waited for half an hour and more, and who therefore cannot submit.",
  });
  queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("s3.amazonaws.com")],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      // The bucket cannot be named: it is made after this policy, which it tries.
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  return queue;
};
