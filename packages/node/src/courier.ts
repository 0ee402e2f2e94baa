import type { ReferralRequested } from "@window/contract/referral-events.ts";
import { toIso } from "@window/domain/instant.ts";
import type { Courier, ReferralMessage } from "@window/domain/port/courier.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import type * as z from "zod";
import { canonical } from "./digest.ts";
import { guardedPost } from "./guarded-post.ts";
import type { Resolve } from "./guarded-post.ts";
import type { Connections } from "./pinned-post.ts";
import { signWebhook } from "./webhook-signature.ts";

export interface CourierSettings {
  /** Origin of the window: what departments call back. */
  readonly origin: string;
  readonly clock: WireClock;
  /** Development and tests alone: departments on this machine. */
  readonly allowLoopback: boolean;
  readonly resolve?: Resolve;
  readonly connections?: Connections;
  readonly deadlineMilliseconds?: number;
}

/** The message as it goes over the wire: canonical bytes of an event that says the same at every attempt. */
export const bodyOf = (origin: string, message: ReferralMessage): string => {
  const here = `${origin}/referrals/${message.handle}`;
  const { referral, caseNumber, item, step, question, handle, due, provisional } = message;
  const event = {
    specversion: "1.0",
    id: message.id,
    source: origin,
    type: "talent.referral.requested.v1",
    subject: referral,
    time: toIso(message.openedAt),
    datacontenttype: "application/json",
    data: {
      referral,
      case: message.case,
      caseNumber,
      item,
      step,
      question,
      handle,
      callback: `${here}/callback`,
      details: here,
      due: toIso(due),
      provisional,
    },
  } satisfies z.input<typeof ReferralRequested>;
  return canonical(event);
};

/** Signs with every secret in force, so that a department can change its own without losing a message. */
export const courier =
  ({ origin, clock, ...guard }: CourierSettings): Courier =>
  (endpoint, message) => {
    const body = bodyOf(origin, message);
    const timestamp = Math.floor(clock.now() / 1000);
    return guardedPost({
      url: endpoint.url,
      headers: {
        "content-type": "application/cloudevents+json; charset=utf-8",
        "webhook-id": message.id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signWebhook(endpoint.sending, message.id, timestamp, body),
      },
      body,
      ...guard,
    });
  };
