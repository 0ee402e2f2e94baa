import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { Attempt } from "@window/domain/delivery/delivery.ts";
import type { NoticeId, ReferralId } from "@window/domain/id.ts";
import type { Attempts } from "@window/domain/port/attempts.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import type { Row } from "./attribute.ts";
import { number, optionalText, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

/** A sender answers within 15 seconds; one that holds an attempt longer than this has died. */
const CLAIM = 60_000;
const KEPT = 30 * 24 * 60 * 60 * 1000;

const FREE = "attribute_not_exists(#about) OR (attribute_not_exists(attempt) AND held < :now)";

const aboutOf = (subject: ReferralId | NoticeId): string => `attempt#${subject}`;

const keyOf = (subject: ReferralId | NoticeId, attempt: number): Row => ({
  [records.partition]: text(aboutOf(subject)),
  [records.sort]: text(String(attempt).padStart(4, "0")),
});

export const openAttempts = ({ client, name: TableName }: Table, clock: WireClock): Attempts => {
  /** DynamoDB removes a row within days of this many seconds. */
  const expires = () => ({ [records.expires]: number(Math.ceil((clock.now() + KEPT) / 1000)) });

  return {
    async claim(subject, attempt) {
      const now = clock.now();
      const put = new PutItemCommand({
        TableName,
        Item: { ...keyOf(subject, attempt), held: number(now + CLAIM), ...expires() },
        ConditionExpression: FREE,
        ExpressionAttributeNames: { "#about": records.partition },
        ExpressionAttributeValues: { ":now": number(now) },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      });
      try {
        await client.send(put);
        return "claimed";
      } catch (fault) {
        if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
        return fault.Item?.["attempt"] === undefined ? "in-progress" : "done";
      }
    },

    async release(subject, attempt) {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOf(subject, attempt) }));
    },

    async record(attempt) {
      const { referral, number: made } = attempt;
      const Item = { ...keyOf(referral, made), attempt: text(JSON.stringify(attempt)), ...expires() };
      await client.send(new PutItemCommand({ TableName, Item }));
    },

    async list(referral) {
      // Ten attempts of a few hundred bytes: never more than one page.
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: "#about = :about",
          ExpressionAttributeNames: { "#about": records.partition },
          ExpressionAttributeValues: { ":about": text(aboutOf(referral)) },
        }),
      );
      const made = Items.map((row) => optionalText(row, "attempt")).filter(
        (written) => written !== undefined,
      );
      return made.map((written) => Attempt.parse(JSON.parse(written)));
    },
  };
};
