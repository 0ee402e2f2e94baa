import { CaseId, CaseNumber, NoticeId } from "@window/domain/id.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { Addressee } from "@window/domain/notice/event.ts";
import { CallOutcome, Channel, Occasion } from "@window/domain/notice/occasion.ts";
import { Language, Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Moment } from "./moment.ts";

/**
 * What somebody was told, as the applicant reads it. `sent` is what a mail server or a gateway has taken; that it arrived
 * only text messages tell. `ways` are tried one after the other, their addresses masked, null once erased.
 */
export const NoticeLine = z.object({
  notice: NoticeId,
  occasion: Occasion,
  who: Addressee,
  openedAt: Moment,
  phase: z.enum(["queued", "sent", "delivered", "failed"]),
  ways: z.array(z.object({ channel: Channel, address: z.string().nullable() })),
  /** The way that took it last. */
  channel: Channel.nullable(),
  sentAt: Moment.nullable(),
  deliveredAt: Moment.nullable(),
  failedAt: Moment.nullable(),
  cause: z.string().nullable(),
  /** Somebody at the window has called and reached them. */
  reached: z.boolean(),
});

/** What a gateway says of one message: its `requestId`, and with a failure a code of its own. */
export const DeliveryReport = z.strictObject({
  notice: NoticeId,
  outcome: z.enum(["delivered", "failed"]),
  cause: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .exactOptional(),
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;

const line = {
  call: NoticeId,
  case: CaseId,
  number: CaseNumber,
  item: ItemId,
  occasion: Occasion,
  who: Addressee,
  language: Language.nullable(),
  failedAt: Moment,
  /** A code: there was no contact, no channel, or what the last way answered. */
  cause: z.string(),
  timesCalled: z.int(),
  lastCalledAt: Moment.nullable(),
};

/** Somebody who could not be told and is to be called. */
export const CallLine = z.object(line);

/** The same with what it takes to call: name and contacts, null once erased, and what is to be said. */
export const Call = z.object({
  ...line,
  contact: z
    .object({ name: z.string(), mobile: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  subject: Text,
  body: Text,
});
export type Call = z.input<typeof Call>;

/** `not-reached` leaves it on the list; `nobody`: there is no number and no person to ask for. */
export const CallNote = z.strictObject({ outcome: CallOutcome });

export const CallNoted = z.object({
  call: NoticeId,
  outcome: CallOutcome,
  timesCalled: z.int(),
  onTheList: z.boolean(),
});
