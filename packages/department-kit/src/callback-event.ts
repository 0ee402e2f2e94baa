import type { Answer, ReferralAcknowledged, ReferralAnswered } from "./events.ts";

/** What every callback says besides its content: its own id, who says it, about which referral, when (ISO 8601). */
export type Envelope = {
  readonly id: string;
  /** A URI that names the department, such as `urn:department:talent-office`. */
  readonly source: string;
  readonly referral: string;
  readonly time: string;
};

const attributes = ({ id, source, referral, time }: Envelope) =>
  ({ specversion: "1.0", id, source, subject: referral, time, datacontenttype: "application/json" }) as const;

/** 签收: we have it. */
export const acknowledged = (envelope: Envelope): ReferralAcknowledged => ({
  ...attributes(envelope),
  type: "talent.referral.acknowledged.v1",
  data: {},
});

/** 办理意见: our one final answer. */
export const answered = (envelope: Envelope, answer: Answer): ReferralAnswered => ({
  ...attributes(envelope),
  type: "talent.referral.answered.v1",
  data: answer,
});
