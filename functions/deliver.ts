/** The queue on the way out → one attempt each: a webhook to a department, a question to a register, a notice to somebody. */
import { deliver } from "@window/domain/act/deliver.ts";
import { sendNotice } from "@window/domain/act/send-notice.ts";
import { verifyCase } from "@window/domain/act/verify-case.ts";
import { Delivery } from "@window/domain/delivery/delivery.ts";
import { Inquiry } from "@window/domain/delivery/inquiry.ts";
import { Errand } from "@window/domain/notice/errand.ts";
import { deliveringDeps } from "./aws-deliver.ts";
import { queueEntry } from "./aws-events.ts";

export const handler = queueEntry(deliveringDeps, (deps, message) => {
  const errand = Errand.safeParse(message).data;
  if (errand !== undefined) return sendNotice(deps, errand);
  const inquiry = Inquiry.safeParse(message).data;
  return inquiry === undefined ? deliver(deps, Delivery.parse(message)) : verifyCase(deps, inquiry);
});
