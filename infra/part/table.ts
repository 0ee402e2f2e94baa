import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { Attribute, TableProps } from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { events, keys, records, views } from "../../packages/aws/src/names.ts";
import type { Stage } from "../stage.ts";

export interface Kept {
  readonly stage: Stage;
  readonly key: IKey;
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
const number = (name: string): Attribute => ({ name, type: AttributeType.NUMBER });

/** On demand, under our key, restorable to any second of the last 35 days; retained except in stage `test`. */
const kept = ({ stage, key }: Kept) =>
  ({
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: !stage.isTest,
    removalPolicy: stage.removal,
  }) satisfies Partial<TableProps>;

/** The log. Its change stream carries keys only and its feed the hash besides: they tell where to look, never what happened. */
export const eventsTable = (scope: Construct, how: Kept): Table => {
  const table = new Table(scope, "Events", {
    ...kept(how),
    partitionKey: text(events.partition),
    sortKey: number(events.sort),
    stream: StreamViewType.KEYS_ONLY,
  });
  table.addGlobalSecondaryIndex({
    indexName: events.feed.name,
    partitionKey: text(events.feed.partition),
    sortKey: text(events.feed.sort),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: [events.feed.hash],
  });
  return table;
};

export const viewsTable = (scope: Construct, how: Kept): Table => {
  const table = new Table(scope, "Views", { ...kept(how), partitionKey: text(views.partition) });
  table.addGlobalSecondaryIndex({
    indexName: views.list.name,
    partitionKey: text(views.list.partition),
    sortKey: text(views.list.sort),
    projectionType: ProjectionType.ALL,
  });
  return table;
};

export const keysTable = (scope: Construct, how: Kept): Table =>
  new Table(scope, "Keys", { ...kept(how), partitionKey: text(keys.partition) });

export const recordsTable = (scope: Construct, how: Kept): Table =>
  new Table(scope, "Records", {
    ...kept(how),
    partitionKey: text(records.partition),
    sortKey: text(records.sort),
    timeToLiveAttribute: records.expires,
  });
