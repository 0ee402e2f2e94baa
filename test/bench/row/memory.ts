import { closedLoop } from "../closed-loop.ts";
import type { Held } from "../messages.ts";
import type { Row } from "../row.ts";
import { openStand } from "../stand.ts";

const LIMIT = 512;
const ROUNDS = 10;

/** Commits of the last streams are kept on purpose, so a window grows until it has as many; then it should not. */
const FULL = 1_500;

interface Point extends Held {
  readonly cases: number;
}

/** Bytes more for each case, by least squares. */
const slopeOf = (points: readonly Point[]): number => {
  const mean = (of: (point: Point) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(({ cases }) => cases), mean(({ heapBytes }) => heapBytes)];
  return (
    mean(({ cases, heapBytes }) => (cases - x) * (heapBytes - y)) / mean(({ cases }) => (cases - x) ** 2)
  );
};

/**
 * Full cases in a window whose heap may not grow beyond the limit: Node ends a process that needs more. What the heap
 * holds is looked at after each round, just collected, so that what is never let go shows as a slope.
 */
export const memory: Row = {
  name: "memory under full cases",
  goal: "heap ≤ 512 MB, and no more of it with more cases (≤ 1 KB a case)",
  async measure() {
    const stand = await openStand({ heapMegabytes: LIMIT });
    const points: Point[] = [];
    let cases = 0;
    await closedLoop(stand, {
      width: 32,
      seconds: 12,
      rounds: ROUNDS,
      async between(round) {
        cases += round.cases;
        points.push({ cases, ...(await stand.held()) });
      },
    });
    await stand.close();
    const slope = slopeOf(points.filter((point) => point.cases >= FULL));
    const last = points.at(-1);
    const [heap, resident] = [last?.heapBytes ?? 0, last?.residentBytes ?? 0];
    return {
      met: heap <= LIMIT * 1e6 && slope <= 1000,
      figures: {
        cases,
        "heap MB": heap / 1e6,
        "heap KB more a case": slope / 1000,
        "resident MB": resident / 1e6,
      },
    };
  },
};
