/** The queue of what is asked of the machines → Step Functions, one after the other: the mapping sets the pace. */
import { inTurn } from "@window/aws/batch.ts";
import { queueEntry } from "./aws-events.ts";
import { driven } from "./aws-machines.ts";

export const handler = queueEntry(
  async () => driven(),
  (drive, ask) => drive(ask),
  inTurn,
);
