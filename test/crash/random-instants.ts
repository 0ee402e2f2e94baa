import { killAtInstants, type InstantsOutcome } from "./at-instants.ts";
import type { Tally } from "./tally.ts";

/** Each kills one folder twenty times. */
const SEEDS = [1, 2, 3, 4, 5];

const tried = async (seed: number, bundle: string): Promise<InstantsOutcome> => {
  try {
    return await killAtInstants(seed, bundle);
  } catch (fault) {
    const faults = [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)];
    return { faults, restarts: [], kills: 0, applications: 0, repeated: 0 };
  }
};

/**
 * Kills the window at random instants under 32 concurrent writers: for every seed, or for one alone. Up to sixteen
 * webhooks of a department are on their way at once, so a kill may repeat several, each of them once and under its id.
 * How many depends on the machine and is said, not judged; where one is on its way, `every-point` judges it.
 */
export const randomInstants = async (bundle: string, tally: Tally, only?: number): Promise<void> => {
  let kills = 0;
  let repeated = 0;
  for (const seed of only === undefined ? SEEDS : [only]) {
    const outcome = await tried(seed, bundle);
    kills += outcome.kills;
    repeated += outcome.repeated;
    for (const ready of outcome.restarts) tally.started(ready);
    const what = `seed ${seed}: ${outcome.kills} kills, ${outcome.applications} applications, ${outcome.repeated} webhooks again`;
    tally.say(`  ${what}`);
    tally.count(what, outcome.faults, `--seed ${seed}`);
  }
  tally.say(`killed at ${kills} random instants under 32 writers; ${repeated} webhooks came again`);
};
