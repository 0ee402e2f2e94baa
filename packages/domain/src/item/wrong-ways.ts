import type { Limit } from "../calendar/limit.ts";
import type { Parts } from "./parts.ts";
import { twice } from "./twice.ts";
import type { Way } from "./way.ts";

/** What is wrong with the ways in which cases of an item are handled. */
export function wrongWays({ ways, reasons, seasons, materials }: Parts): string[] {
  const seasonal = seasons !== undefined;
  const faults = ways.flatMap((way) =>
    [...wrongRounds(way), ...wrongLimits(way, seasonal)].map((fault) => `${way.id}: ${fault}`),
  );
  const steps = ways.flatMap(({ rounds }) => rounds.flat());
  for (const step of steps)
    if (steps.some((other) => other.id === step.id && JSON.stringify(other) !== JSON.stringify(step)))
      faults.push(`step ${step.id} is not the same in every way`);
  const known = new Set(materials.map(({ id }) => id));
  for (const step of steps)
    for (const id of step.materials ?? [])
      if (!known.has(id)) faults.push(`step ${step.id} shows ${id}, which is not asked for`);
  if (ways.length > 0 && reasons.length === 0) faults.push("an item that can be refused lists its reasons");
  return faults;
}

/** Only what is decided on the spot asks nobody. */
function wrongRounds({ kind, decides, rounds }: Way): string[] {
  const asks = rounds.length > 0;
  const steps = rounds.flat().map(({ id }) => id);
  const faults = twice("step", steps);
  if ((kind === "delegated") === asks)
    faults.push("agency and deliberation ask departments, delegation nobody");
  if ((decides === "department") !== asks) faults.push("a department decides where departments are asked");
  return faults;
}

/**
 * A promise may be shorter than the law, never longer (优化营商环境条例 §36). Other units cannot be compared. Only a
 * deliberation may go without a promise, and what has seasons is answered by the day of its season.
 */
function wrongLimits({ kind, limits }: Way, seasonal: boolean): string[] {
  const { legal, promised } = limits;
  if (promised === null && kind !== "deliberated" && !seasonal) return ["nothing is promised"];
  return isLonger(promised, legal) ? ["the promised limit is longer than the legal one"] : [];
}

const isLonger = (promised: Limit | null, legal: Limit | null): boolean =>
  promised !== null && legal !== null && legal.unit === promised.unit && promised.count > legal.count;
