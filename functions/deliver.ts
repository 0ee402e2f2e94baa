/** The queue of webhooks → one attempt each. */
import { deliver } from "@window/domain/act/deliver.ts";
import { Delivery } from "@window/domain/delivery/delivery.ts";
import { deliveringDeps } from "./aws-deliver.ts";
import { queueEntry } from "./aws-events.ts";

export const handler = queueEntry(deliveringDeps, (deps, message) => deliver(deps, Delivery.parse(message)));
