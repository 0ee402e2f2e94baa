import type { Tally } from "./tally.ts";

const MOST_MILLISECONDS = 1000;

const sorted = (numbers: readonly number[]): readonly number[] =>
  numbers.toSorted((one, other) => one - other);
const told = (number = 0): string => `${Math.round(number)} ms`;

/**
 * A window that was killed answers again within a second. The wall is judged by the median, because two windows, their
 * clients and departments share the machine with it; the processor by the slowest start.
 */
export const startsInTime = (tally: Tally): void => {
  const wall = sorted(tally.starts.map(({ milliseconds }) => milliseconds));
  const processor = sorted(tally.starts.map((start) => start.processor));
  const median = wall[Math.floor(wall.length / 2)];
  const slowest = processor.at(-1);
  tally.say(
    `${wall.length} starts after a kill: answering after ${told(median)} (median), ${told(wall.at(-1))} (slowest); ` +
      `of processor ${told(processor[Math.floor(processor.length / 2)])} and ${told(slowest)}`,
  );
  const faults: string[] = [];
  if (median === undefined || median > MOST_MILLISECONDS)
    faults.push(`the median start takes ${told(median)}`);
  if (slowest === undefined || slowest > MOST_MILLISECONDS)
    faults.push(`the slowest start takes ${told(slowest)} of processor`);
  tally.count("a window that was killed answers again within a second", faults, "");
};
