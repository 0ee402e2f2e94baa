/** The queue of what is asked of the machines → Step Functions, one after the other: the mapping sets the pace. */
import { pacedEntry } from "./aws-events.ts";
import { driven } from "./aws-machines.ts";

export const handler = pacedEntry(
  async () => driven(),
  (drive, ask) => drive(ask),
);
