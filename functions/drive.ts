/** The queue of what is asked of the machines → Step Functions, at the pace that the mapping sets. */
import { queueEntry } from "./aws-events.ts";
import { driven } from "./aws-machines.ts";

export const handler = queueEntry(
  async () => driven(),
  (drive, ask) => drive(ask),
);
