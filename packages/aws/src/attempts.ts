import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { Attempt } from "@window/domain/delivery/delivery.ts";
import type { NoticeId, ReferralId } from "@window/domain/id.ts";
import type { Attempts, Claim } from "@window/domain/port/attempts.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { randomUUID } from "node:crypto";
import type { Row } from "./attribute.ts";
import { number, optionalText, text } from "./attribute.ts";
import type { Table } from "./dynamo.ts";
import { records } from "./names.ts";

/** A sender answers within 30 seconds; one that holds an attempt longer than this has died. */
const CLAIM = 60_000;
const KEPT = 30 * 24 * 60 * 60 * 1000;

const FREE = "attribute_not_exists(#about) OR (attribute_not_exists(attempt) AND held < :now)";
/** Also of a claim that ran out, as long as nobody else has got it. */
const HELD_BY_IT = "holder = :token";

const aboutOf = (subject: ReferralId | NoticeId): string => `attempt#${subject}`;

const keyOf = ({ subject, number: attempt }: Pick<Claim, "subject" | "number">): Row => ({
  [records.partition]: text(aboutOf(subject)),
  [records.sort]: text(String(attempt).padStart(4, "0")),
});

/** A write that is made only for who holds the claim; for who does not any more nothing is left to do. */
const unlessLate = async (write: Promise<unknown>): Promise<void> => {
  try {
    await write;
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
  }
};

export const openAttempts = ({ client, name: TableName }: Table, clock: WireClock): Attempts => {
  /** DynamoDB removes a row within days of this many seconds. */
  const expires = () => ({ [records.expires]: number(Math.ceil((clock.now() + KEPT) / 1000)) });
  const ifHeldBy = ({ token }: Claim) => ({
    ConditionExpression: HELD_BY_IT,
    ExpressionAttributeValues: { ":token": text(token) },
  });

  return {
    async claim(subject, attempt) {
      const now = clock.now();
      const claim = { subject, number: attempt, token: randomUUID() };
      const put = new PutItemCommand({
        TableName,
        Item: { ...keyOf(claim), holder: text(claim.token), held: number(now + CLAIM), ...expires() },
        ConditionExpression: FREE,
        ExpressionAttributeNames: { "#about": records.partition },
        ExpressionAttributeValues: { ":now": number(now) },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      });
      try {
        await client.send(put);
        return claim;
      } catch (fault) {
        if (!(fault instanceof ConditionalCheckFailedException)) throw fault;
        const { attempt: made, holder } = fault.Item ?? {};
        // The client's own second try, after the answer to the first was lost.
        if (holder?.S === claim.token) return claim;
        return made === undefined ? "in-progress" : "done";
      }
    },

    release: (claim) =>
      unlessLate(client.send(new DeleteItemCommand({ TableName, Key: keyOf(claim), ...ifHeldBy(claim) }))),

    record(claim, made) {
      const attempt = { referral: claim.subject, number: claim.number, ...made } satisfies Attempt;
      const kept = { attempt: text(JSON.stringify(attempt)), holder: text(claim.token), ...expires() };
      const Item = { ...keyOf(claim), ...kept };
      return unlessLate(client.send(new PutItemCommand({ TableName, Item, ...ifHeldBy(claim) })));
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
