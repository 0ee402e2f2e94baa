import type { Statement, Template } from "./template.ts";
import { member, ofType, statementsOf, text } from "./template.ts";

/** A law looks at one template and tells what breaks it, each in a line. */
export type Law = (template: Template) => readonly string[];

/** Each `*` that is allowed, and why. The first word is the resource that holds it, without CDK's hash. */
const REASONS: Readonly<Record<string, string>> = {
  "RestKey kms:*": "the account itself administers its key; without this statement nobody could ever again",
  "WrappingKey kms:*":
    "the account itself administers its key; without this statement nobody could ever again",
  "SigningKey kms:*":
    "the account itself administers its key; without this statement nobody could ever again",
  "RootKey kms:*": "the account itself administers its key; without this statement nobody could ever again",
  "RootKey on *": "in the policy of a key `*` is that key",
  "RestKey on *": "in the policy of a key `*` is that key",
  "WrappingKey on *": "in the policy of a key `*` is that key",
  "SigningKey on *": "in the policy of a key `*` is that key",
  "RestKey kms:ReEncrypt*": "CDK words so what the account may do with the key through Secrets Manager alone",
  "RestKey kms:GenerateDataKey*": "the same",
  "objects of the bucket":
    "documents and roots are made after the stack: their keys are no resources of a template",
};

const bare = (id: string): string => id.replace(/[0-9A-F]{8}$/, "");

const isObjects = (on: unknown): boolean => text(on).endsWith('"/*"]]}') && /Documents|Roots/.test(text(on));

/** A statement to everybody is to nobody outside when its condition names the account or the one who may ask. */
const isHeldToUs = ({ condition }: Statement): boolean =>
  /"(kms:CallerAccount|aws:SourceAccount)":/.test(text(condition ?? null));

/** Nobody is let to anything by a policy that is said to everybody. */
export const nobodyElseIsLetIn: Law = (template) =>
  statementsOf(template)
    .filter((statement) => statement.effect === "Allow" && text(statement.by ?? null).includes('"*"'))
    .filter((statement) => !isHeldToUs(statement))
    .map(({ holder, actions }) => `${holder} lets everybody ${actions.join(", ")}`);

/** No `*` in what is allowed, without a written reason. */
export const noWildcards: Law = (template) =>
  statementsOf(template)
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ holder, actions, on }) => {
      const found = [
        ...actions.filter((action) => action.includes("*")).map((action) => `${bare(holder)} ${action}`),
        ...on
          .filter((resource) => text(resource).includes("*"))
          .map((resource) => (isObjects(resource) ? "objects of the bucket" : `${bare(holder)} on *`)),
      ];
      return found.filter((wide) => REASONS[wide] === undefined).map((wide) => `${holder}: ${wide}`);
    });

/** A role has only what stands in its template: policies of AWS grow by themselves. */
export const noManagedPolicies: Law = (template) =>
  ofType(template, "AWS::IAM::Role")
    .filter(([, { Properties }]) => Properties["ManagedPolicyArns"] !== undefined)
    .map(([id]) => `${id} has a managed policy`);

export const queuesHaveDeadLetters: Law = (template) =>
  ofType(template, "AWS::SQS::Queue")
    .filter(
      ([id, { Properties }]) => !id.includes("DeadLetters") && Properties["RedrivePolicy"] === undefined,
    )
    .map(([id]) => `${id} has no dead letters`);

/** Dead letters that nobody is told of are lost. */
export const deadLettersAreAlarmed: Law = (template) => {
  const alarms = ofType(template, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => text(Properties));
  return ofType(template, "AWS::SQS::Queue")
    .filter(([id]) => id.includes("DeadLetters") && !alarms.some((alarm) => alarm.includes(`"${id}"`)))
    .map(([id]) => `nobody is told of ${id}`);
};

/** An alarm without an action rings in an empty room. */
export const alarmsTellSomebody: Law = (template) =>
  ofType(template, "AWS::CloudWatch::Alarm")
    .filter(([, { Properties }]) => !text(Properties["AlarmActions"] ?? null).includes("AlarmTopic"))
    .map(([id]) => `${id} tells nobody`);

export const logsAreKeptForATime: Law = (template) =>
  ofType(template, "AWS::Logs::LogGroup")
    .filter(([, { Properties }]) => typeof Properties["RetentionInDays"] !== "number")
    .map(([id]) => `${id} keeps its lines for ever`);

/** Days that a resource keeps what it gets, where they are out of the bounds that the table of retention publishes. */
export const keptAsPublished =
  ({ logs, messages }: { readonly logs: number; readonly messages: number }): Law =>
  (template) => [
    ...ofType(template, "AWS::Logs::LogGroup")
      .filter(([, { Properties }]) => !(Number(Properties["RetentionInDays"]) >= logs))
      .map(([id]) => `${id} keeps its lines for less than ${logs} days`),
    ...ofType(template, "AWS::SQS::Queue")
      .filter(([, { Properties }]) => !(Number(Properties["MessageRetentionPeriod"]) <= messages * 86_400))
      .map(([id]) => `${id} keeps its messages for more than ${messages} days`),
  ];

/** A timeout of its own, Node 24 on arm64, a role that no other function has, and its own log group. */
export const functionsAreOfOneKind: Law = (template) => {
  const functions = ofType(template, "AWS::Lambda::Function");
  const roles = functions.map(([, { Properties }]) => text(Properties["Role"]));
  return functions.flatMap(([id, { Properties }], index) => [
    ...(typeof Properties["Timeout"] === "number" ? [] : [`${id} has no timeout`]),
    ...(Properties["Runtime"] === "nodejs24.x" ? [] : [`${id} does not run on Node 24`]),
    ...(text(Properties["Architectures"]) === '["arm64"]' ? [] : [`${id} does not run on arm64`]),
    ...(roles.indexOf(roles[index] ?? "") === index ? [] : [`${id} shares its role`]),
    ...(member(Properties["LoggingConfig"], "LogGroup") === undefined ? [`${id} has no log group`] : []),
  ]);
};

const STATEFUL = ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::SecretsManager::Secret"];

export const statefulThingsAreRetained: Law = (template) =>
  ofType(template, ...STATEFUL)
    .filter(
      ([, { DeletionPolicy, UpdateReplacePolicy }]) =>
        DeletionPolicy !== "Retain" || UpdateReplacePolicy !== "Retain",
    )
    .map(([id]) => `${id} goes with its stack`);

/** On demand, restorable, under a key of ours. */
export const tablesAreSafe: Law = (template) =>
  ofType(template, "AWS::DynamoDB::Table").flatMap(([id, { Properties }]) => [
    ...(member(Properties["PointInTimeRecoverySpecification"], "PointInTimeRecoveryEnabled") === true
      ? []
      : [`${id} cannot be restored`]),
    ...(Properties["BillingMode"] === "PAY_PER_REQUEST" ? [] : [`${id} is not on demand`]),
    ...(member(Properties["SSESpecification"], "KMSMasterKeyId") === undefined
      ? [`${id} is not under our key`]
      : []),
  ]);

export const tablesCannotBeDeleted: Law = (template) =>
  ofType(template, "AWS::DynamoDB::Table")
    .filter(([, { Properties }]) => Properties["DeletionProtectionEnabled"] !== true)
    .map(([id]) => `${id} can be deleted`);

const CLOSED = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

/** Closed to the public, versioned, encrypted, reached by TLS alone. */
export const bucketsAreClosed: Law = (template) =>
  ofType(template, "AWS::S3::Bucket").flatMap(([id, { Properties }]) => {
    const open = CLOSED.filter((name) => member(Properties["PublicAccessBlockConfiguration"], name) !== true);
    const policies = ofType(template, "AWS::S3::BucketPolicy").map(([, policy]) => text(policy.Properties));
    const tls = policies.some(
      (policy) =>
        policy.includes(`"${id}"`) &&
        policy.includes('"aws:SecureTransport":"false"') &&
        policy.includes('"Effect":"Deny"'),
    );
    return [
      ...open.map((name) => `${id} lacks ${name}`),
      ...(tls ? [] : [`${id} can be reached without TLS`]),
      ...(member(Properties["VersioningConfiguration"], "Status") === "Enabled"
        ? []
        : [`${id} is not versioned`]),
      ...(text(Properties["BucketEncryption"]).includes('"aws:kms"') ? [] : [`${id} is not under our key`]),
    ];
  });

/** Roots of the log are locked the moment they are put; where it counts, against the account itself. */
export const rootsAreLocked =
  (mode: "COMPLIANCE" | "GOVERNANCE"): Law =>
  (template) =>
    ofType(template, "AWS::S3::Bucket")
      .filter(([id]) => id.startsWith("Roots"))
      .filter(
        ([, { Properties }]) =>
          Properties["ObjectLockEnabled"] !== true ||
          member(Properties["ObjectLockConfiguration"], "Rule", "DefaultRetention", "Mode") !== mode,
      )
      .map(([id]) => `${id} can be emptied`);

/** A poisoned record is tried a few times, apart from its neighbours, and then put aside. */
export const batchesDoNotBlock: Law = (template) =>
  ofType(template, "AWS::Lambda::EventSourceMapping").flatMap(([id, { Properties }]) => {
    const reports = text(Properties["FunctionResponseTypes"]) === '["ReportBatchItemFailures"]';
    const isStream = Properties["StartingPosition"] !== undefined;
    const tries = Properties["MaximumRetryAttempts"];
    const bounded =
      typeof tries === "number" &&
      tries >= 0 &&
      Properties["BisectBatchOnFunctionError"] === true &&
      member(Properties["DestinationConfig"], "OnFailure", "Destination") !== undefined;
    return [
      ...(reports ? [] : [`${id} gives back whole batches`]),
      ...(!isStream || bounded ? [] : [`${id} can be blocked by one record`]),
    ];
  });

/** `aws-cn` is a partition too. */
export const partitionNeutral: Law = (template) =>
  text(template).includes("arn:aws:") ? ["an ARN names the partition aws"] : [];

const DOOR = ["MOVABLE_CLOCK", "ALLOW_LOOPBACK", "DOCUMENTS_PATH_STYLE", "test-door", "/test/clock"];

/** The door that moves the legal clock, and what goes with it, are of stage `test` alone. */
export const noTestDoor: Law = (template) =>
  DOOR.filter((sign) => text(template).includes(sign)).map((sign) => `the template has ${sign}`);
