import type { Tally } from "./tally.ts";

const sorted = (numbers: readonly number[]): readonly number[] =>
  numbers.toSorted((one, other) => one - other);

const medianAndSlowest = (numbers: readonly number[]): string =>
  [numbers[Math.floor(numbers.length / 2)], numbers.at(-1)]
    .map((number = 0) => `${Math.round(number)} ms`)
    .join(" and ");

/**
 * How soon a window that was killed answers again; the goal is a second. A figure and no verdict: two windows, their
 * clients and departments share the machine with it, and what a machine takes is measured by `npm run bench`.
 */
export const sayStarts = (tally: Tally): void => {
  const wall = medianAndSlowest(sorted(tally.starts.map(({ milliseconds }) => milliseconds)));
  const processor = medianAndSlowest(sorted(tally.starts.map((start) => start.processor)));
  tally.say(
    `${tally.starts.length} starts after a kill, median and slowest: answering after ${wall}, of processor ${processor}`,
  );
};
