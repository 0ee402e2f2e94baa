import { MINUTE } from "@window/domain/instant.ts";
import type { Turns } from "./turns.ts";
import type { World } from "./world.ts";

/** Something the world did not do, or of which the answer did not come. */
export class Trouble extends Error {
  override readonly name = "Trouble";
}

/** Troubles are thrown by the hundred thousand, and nobody reads where: a seed is replayed instead. */
Error.stackTraceLimit = 0;

/** Reads that change nothing; half of them pass without a turn of their own, for the sake of time. */
const readings: readonly unknown[] = [
  "load",
  "get",
  "seqs",
  "list",
  "between",
  "open",
  "read",
  "of",
  "verify",
];

/** A sweep reads some thirty pages; adapters try such a read again, so one in fifty has a turn and may fail. */
const passesAtOnce = ({ dice }: World, method: unknown): boolean =>
  method === "feed" ? dice.chance(0.98) : readings.includes(method) && dice.chance(0.5);

/** One call of a process to the world, with whatever may befall it. */
export const pass = async <Answer>(
  world: World,
  turns: Turns,
  what: string,
  call: () => Promise<Answer>,
): Promise<Answer> => {
  const { dice, faults } = world;
  if (dice.chance(faults.slow)) await world.pause(dice.below(dice.chance(0.9) ? 30_000 : 15 * MINUTE));
  return turns.take(async () => {
    if (dice.chance(faults.refused)) throw new Trouble(`${what} refused`);
    const answer = await call();
    world.trace?.(`  ${what}`);
    if (dice.chance(faults.lost)) throw new Trouble(`answer of ${what} lost`);
    return answer;
  });
};

/** Every call of `port` goes through the turns and may fail. */
export const gate = <Port extends object>(world: World, turns: Turns, name: string, port: Port): Port =>
  new Proxy(port, {
    get(target, method) {
      const member: unknown = Reflect.get(target, method);
      if (typeof member !== "function") return member;
      const call = (asked: readonly unknown[]) =>
        Promise.resolve<unknown>(Reflect.apply(member, target, asked));
      return (...asked: readonly unknown[]): unknown => {
        if (passesAtOnce(world, method)) return call(asked);
        return pass(world, turns, `${name}.${String(method)}`, () => call(asked));
      };
    },
  });
