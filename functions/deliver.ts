/** The queue on the way out → one attempt each: a webhook to a department, or a question to a register. */
import { deliver } from "@window/domain/act/deliver.ts";
import { verifyCase } from "@window/domain/act/verify-case.ts";
import { Delivery } from "@window/domain/delivery/delivery.ts";
import { Inquiry } from "@window/domain/delivery/inquiry.ts";
import { deliveringDeps } from "./aws-deliver.ts";
import { queueEntry } from "./aws-events.ts";

export const handler = queueEntry(deliveringDeps, (deps, message) => {
  const inquiry = Inquiry.safeParse(message).data;
  return inquiry === undefined ? deliver(deps, Delivery.parse(message)) : verifyCase(deps, inquiry);
});
