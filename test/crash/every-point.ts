import { dieAtPoint, type PointOutcome } from "./at-a-point.ts";
import { openOffices, type Offices } from "./offices.ts";
import { Point, type Effects } from "./orders.ts";
import type { Tally } from "./tally.ts";

/** Two windows at a time: the machine this is meant for has two cores. */
const AT_ONCE = 2;

/** Commits come together as they happen to fall, so a journey has a few more or less of them: the most are taken. */
const REHEARSALS = 3;

export const nameOf = ({ kind, number }: Point): string => `${kind} ${number}`;

/** Reads what `nameOf` writes; throws a ZodError for anything else. */
export const pointNamed = (name: string): Point => {
  const cut = name.lastIndexOf(" ");
  return Point.parse({ kind: name.slice(0, cut), number: Number(name.slice(cut + 1)) });
};

const pointsOf = (all: readonly Effects[]): readonly Point[] => {
  const kinds = [...new Set(all.flatMap((effects) => Object.keys(effects)))];
  return kinds.flatMap((kind) => {
    const most = Math.max(...all.map((effects) => effects[kind] ?? 0));
    return Array.from({ length: most }, (_, index) => ({ kind, number: index + 1 }));
  });
};

const nothing = { died: true, restarted: undefined, effects: {}, repeated: 0 };

const tried = async (point: Point, bundle: string, offices: Offices): Promise<PointOutcome> => {
  try {
    return await dieAtPoint(point, bundle, offices);
  } catch (fault) {
    return { ...nothing, faults: [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)] };
  }
};

/** Goes through the journey without a kill, and lists every point between two of its side effects. */
const rehearsed = async (bundle: string, offices: Offices): Promise<readonly Point[]> => {
  const all: Effects[] = [];
  for (let times = 0; times < REHEARSALS; times += 1) {
    const { effects, faults } = await dieAtPoint(undefined, bundle, offices);
    if (faults.length > 0) throw new Error(`the journey fails without a kill: ${faults.join("; ")}`);
    all.push(effects);
  }
  return pointsOf(all);
};

/** Kills the window at every point between two side effects of the main journey, or at one of them alone. */
export const everyPoint = async (bundle: string, tally: Tally, only?: Point): Promise<void> => {
  const offices = await Promise.all(Array.from({ length: AT_ONCE }, openOffices));
  const [first] = offices;
  const points = only === undefined && first !== undefined ? await rehearsed(bundle, first) : [];
  const queue = (only === undefined ? points : [only]).values();
  const kinds = new Map<string, number>();
  const absent: string[] = [];
  let repeated = 0;
  const worker = async (heard: Offices): Promise<void> => {
    for (const point of queue) {
      const outcome = await tried(point, bundle, heard);
      const { faults, restarted, died } = outcome;
      repeated += outcome.repeated;
      if (restarted !== undefined) tally.started(restarted);
      if (!died) absent.push(nameOf(point));
      if (!died && faults.length === 0) continue;
      kinds.set(point.kind, (kinds.get(point.kind) ?? 0) + 1);
      tally.count(`killed before ${nameOf(point)}`, faults, `--point "${nameOf(point)}"`);
    }
  };
  await Promise.all(offices.map(worker));
  await Promise.all(offices.map((heard) => heard.close()));
  const count = [...kinds.values()].reduce((sum, times) => sum + times, 0);
  tally.say(`killed at ${count} points between two side effects; ${repeated} webhooks came again`);
  for (const [kind, times] of kinds) tally.say(`  ${times} before ${kind}`);
  if (absent.length > 0) tally.say(`  did not come this time: ${absent.join(", ")}`);
};
