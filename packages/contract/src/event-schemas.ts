import * as z from "zod";
import { CloudEvent } from "./cloud-event.ts";
import { ReferralAcknowledged, ReferralAnswered, ReferralRequested } from "./referral-events.ts";

/** JSON Schema (2020-12) of what travels between window and department, by the name it is published under. */
export const eventSchemas = () => ({
  "cloud-event": published(CloudEvent),
  "talent.referral.requested.v1": published(ReferralRequested),
  "talent.referral.acknowledged.v1": published(ReferralAcknowledged),
  "talent.referral.answered.v1": published(ReferralAnswered),
});

/** As the sender writes it: defaults may be left out, and members added later do not break a receiver. */
const published = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
