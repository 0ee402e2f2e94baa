import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../cloud/free-port.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { chanceOf } from "./chance.ts";
import { openCrowd } from "./crowd.ts";
import { judgeFolder } from "./folder-verdict.ts";
import { startLife, type Life } from "./life.ts";
import { openOffices, type Offices } from "./offices.ts";
import type { Orders, Ready } from "./orders.ts";
import { repeatedOf } from "./repeated.ts";

export interface InstantsOutcome {
  readonly faults: readonly string[];
  /** How each life after the first started. */
  readonly restarts: readonly Ready[];
  readonly kills: number;
  readonly applications: number;
  readonly repeated: number;
}

const WRITERS = 32;

/** One folder is killed this often, each time over what the kill before has left. */
const KILLS = 20;

/** Long enough for a case to go from its draft to its certificate, so that kills fall everywhere on that way. */
const LONGEST_MILLISECONDS = 800;

/** Every fifth life is killed while it starts, counted from its first instruction. */
const EARLY = 5;

const killedOnce = async (life: Life, chance: (most: number) => number, early: boolean): Promise<void> => {
  if (!early) await life.ready;
  await pause(chance(LONGEST_MILLISECONDS));
  await life.kill();
};

/** How many kills each webhook has lived through, counted from its first coming. */
const openSurvived = (offices: Offices) => {
  const survived = new Map<string, number>();
  return {
    kill(): void {
      for (const id of offices.heard().keys()) survived.set(id, (survived.get(id) ?? 0) + 1);
    },
    of: (id: string): number => survived.get(id) ?? 0,
  };
};

/** One that was on its way when the window died may be counted at the department only after the kill. */
const LATE = 1;

const wrongWebhooks = (offices: Offices, survived: (id: string) => number, decided: number) => {
  const heard = offices.heard();
  const often = [...heard].filter(([id, times]) => times > 1 + survived(id) + LATE);
  const expected = 2 * decided;
  return [
    ...often.map(([id, times]) => `${id} came ${times} times and lived through ${survived(id)} kills`),
    ...(heard.size === expected ? [] : [`${heard.size} webhook ids for ${expected} referrals`]),
    ...offices.refused(),
  ];
};

/** Twenty kills at instants that follow from the seed, in one folder, while 32 people apply all the time. */
export const killAtInstants = async (seed: number, bundle: string): Promise<InstantsOutcome> => {
  const chance = chanceOf(seed);
  const folder = temporaryFolder();
  const offices = await openOffices();
  const { endpoints } = offices;
  const orders: Orders = { bundle, folder: `${folder.path}/data`, port: await freePort(), endpoints };
  const restarts: Ready[] = [];
  const survived = openSurvived(offices);
  let life = startLife(orders);
  try {
    const crowd = openCrowd(`http://localhost:${orders.port}`, WRITERS);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await killedOnce(life, chance, kill % EARLY === 0);
      survived.kill();
      life = startLife(orders);
      void life.ready.then((ready) => ready && restarts.push(ready));
    }
    await crowd.finish();
    await life.settled();
    const complaints = await crowd.complaints();
    await life.settled();
    await life.kill();
    const { faults, decided } = await judgeFolder(orders.folder);
    const all = [...complaints, ...faults, ...wrongWebhooks(offices, survived.of, decided)];
    if (decided !== crowd.applications) all.push(`${decided} of ${crowd.applications} cases decided`);
    const repeated = repeatedOf(offices.heard());
    return { faults: all, restarts, kills: KILLS, applications: crowd.applications, repeated };
  } finally {
    await life.kill();
    await offices.close();
    folder.remove();
  }
};
