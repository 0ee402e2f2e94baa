import { openApplicants } from "../applicants.ts";
import { median, quantile } from "../quantile.ts";
import type { Row } from "../row.ts";
import { openStand, type Stand } from "../stand.ts";

const PER_SECOND = 500;
const SECONDS = 10;
const ROUNDS = 5;

const now = (): number => performance.now();

/**
 * Requests leave at their instants whether or not the ones before were answered, and each is timed from the instant it
 * was meant to leave, so a window that stands still is not asked less (coordinated omission).
 */
const round = async (stand: Stand, apply: () => Promise<unknown>): Promise<readonly number[]> => {
  const took: number[] = [];
  const begun = now();
  const all: Promise<void>[] = [];
  const send = async (due: number): Promise<void> => {
    await apply();
    took.push(now() - due);
  };
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.floor(((now() - begun) / 1000) * PER_SECOND);
      while (all.length < Math.min(due, PER_SECOND * SECONDS))
        all.push(send(begun + (all.length * 1000) / PER_SECOND));
      if (all.length < PER_SECOND * SECONDS) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
  await Promise.all(all);
  await stand.usage();
  return took;
};

export const openLoop: Row = {
  name: "new applications at 500/s, open loop",
  goal: "p99 ≤ 25 ms",
  async measure() {
    const stand = await openStand();
    const applicants = openApplicants(stand.origin, [await stand.tokenOf("li-jing")], 256);
    const rounds: (readonly number[])[] = [];
    for (let index = 0; index <= ROUNDS; index += 1)
      rounds.push(await round(stand, () => applicants.draft()));
    applicants.close();
    await stand.close();
    const counted = rounds.slice(1);
    const p99 = median(counted.map((took) => quantile(took, 0.99)));
    return {
      met: p99 <= 25,
      figures: {
        "p50 ms": median(counted.map((took) => quantile(took, 0.5))),
        "p99 ms": p99,
        requests: counted.length * PER_SECOND * SECONDS,
      },
    };
  },
};
