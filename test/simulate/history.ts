import { fromIso, HOUR, later } from "@window/domain/instant.ts";
import { apply } from "./applicant.ts";
import { serve } from "./clerk.ts";
import { officer, respond, workOff } from "./department.ts";
import { openDice } from "./dice.ts";
import { explainAll, explainer } from "./explainer.ts";
import { drawFaults, noFaults } from "./faults.ts";
import { audit } from "./audit.ts";
import { drawShops } from "./offer.ts";
import { openLife } from "./life.ts";
import { openShelves, type Clock, type MemoryShelves } from "./memory/shelves.ts";
import { World } from "./world.ts";

const DAY = 24 * HOUR;
const FIRST_DAY = fromIso("2025-11-01T00:00:00+08:00");
/** Of them four months lie in a year whose calendar is provisional. */
const DAYS = 18 * 30;

/** Most histories are of one person, so that there can be many; in some several meet. */
const crowds = [1, 1, 1, 1, 1, 1, 2, 2, 3, 5] as const;

const shops = drawShops(openDice(1), 12);

export interface Told {
  readonly seed: number;
  readonly wrong: readonly string[];
  readonly crashes: number;
  readonly steps: number;
  readonly cases: number;
  readonly commits: number;
  readonly days: number;
}

export interface Telling {
  readonly trace?: (line: string) => void;
  /** What is kept in; other shelves than the good ones are for planting faults. */
  readonly shelves?: (clock: Clock) => MemoryShelves;
}

/** One history: some people apply on a day that the dice say, while the world misbehaves; then it heals and is audited. */
export const tell = async (seed: number, { trace, shelves = openShelves }: Telling = {}): Promise<Told> => {
  const dice = openDice(seed);
  const begun = later(FIRST_DAY, dice.below(DAYS * DAY));
  const [first, ...others] = shops;
  if (first === undefined) throw new Error("nothing is on offer");
  const world = new World({
    dice,
    now: begun,
    faults: noFaults,
    shop: dice.pick([first, ...others]),
    shelves,
    trace,
    openLife,
  });
  world.onHeard = (message) => void respond(world, message);
  // A window is set up on a good day; what is bad comes later.
  world.life.recover();
  await world.run(later(begun, HOUR));
  world.drawn = world.faults = drawFaults(dice);
  void officer(world);
  void explainer(world);
  if (dice.chance(0.3)) void serve(world);
  for (let person = dice.pick(crowds); person > 0; person -= 1) void apply(world, person);
  await world.run(later(begun, dice.below(40 * DAY)));
  await heal(world);
  const wrong = [...world.wrong, ...(await audit(world, begun))];
  const streams = [...world.shelves.store.streams];
  return {
    seed,
    wrong,
    crashes: world.crashes,
    steps: world.steps,
    cases: streams.filter(([stream]) => stream.startsWith("case_")).length,
    commits: streams.reduce((sum, [, commits]) => sum + commits.length, 0),
    days: Math.round((world.now - begun) / DAY),
  };
};

/** Everything works again; deliveries that were put off come within four days, rounds and timers after them. */
const heal = async (world: World): Promise<void> => {
  world.healing = true;
  world.heal();
  await world.run(later(world.now, DAY));
  world.life.mend();
  await world.run(later(world.now, 4 * DAY));
  if (world.dice.chance(0.6)) await workOff(world);
  await world.run(later(world.now, HOUR));
  void explainAll(world);
  const { dice } = world;
  await world.run(later(world.now, dice.pick([2, 2, 2, 2, 2, 2, 60, 60, 60, 420]) * DAY));
};
