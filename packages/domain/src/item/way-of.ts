import type { Item } from "./item.ts";
import type { Step, StepId } from "./step.ts";
import type { Way, WayId } from "./way.ts";

/** The way a case is handled. A version once given is given for ever, so it is there. */
export const wayOf = (item: Item, { way }: { readonly way: WayId }): Way => {
  const found = item.ways.find(({ id }) => id === way);
  if (found === undefined) throw new Error(`${item.id} has lost its way ${way}`);
  return found;
};

/** A step of any way: after a change of kind a case has referrals of more than one. */
export const stepOf = (item: Item, { step }: { readonly step: StepId }): Step => {
  const found = item.ways.flatMap(({ rounds }) => rounds.flat()).find(({ id }) => id === step);
  if (found === undefined) throw new Error(`${item.id} has lost its step ${step}`);
  return found;
};
