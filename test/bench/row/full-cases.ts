import { closedLoop } from "../closed-loop.ts";
import { median } from "../quantile.ts";
import type { Row } from "../row.ts";
import { openStand } from "../stand.ts";

const WIDTH = 32;
const HOUR = 3_600_000;

/** The first round warms up and is not counted. */
const ROUNDS = 6;

export const fullCases: Row = {
  name: "full durable cases, 32 at once",
  goal: "≥ 1,500/s, p50 ≤ 20 ms, p99 ≤ 60 ms",
  async measure() {
    const stand = await openStand();
    const [, ...rounds] = await closedLoop(stand, { width: WIDTH, seconds: 8, rounds: ROUNDS });
    const audited = await stand.audit(Math.round(performance.timeOrigin) - HOUR);
    const { webhooks, repeated } = await stand.webhooks();
    const { residentBytes } = await stand.usage();
    await stand.close();
    const { decided, issued, delivered, brokenChains, differingViews } = audited;
    if (
      brokenChains + differingViews + repeated > 0 ||
      new Set([decided, issued, delivered, webhooks]).size > 1
    )
      throw new Error(
        `what was written does not agree: ${JSON.stringify({ ...audited, webhooks, repeated })}`,
      );
    const casesPerSecond = median(rounds.map((round) => round.casesPerSecond));
    const p50 = median(rounds.map((round) => round.p50));
    const p99 = median(rounds.map((round) => round.p99));
    const cpu = median(rounds.map((round) => round.cpuMillisecondsPerCase));
    return {
      met: casesPerSecond >= 1500 && p50 <= 20 && p99 <= 60,
      figures: {
        "cases/s": casesPerSecond,
        "p50 ms": p50,
        "p99 ms": p99,
        "CPU ms per case, window": cpu,
        "resident MB": residentBytes / 1e6,
        "cases audited": decided,
      },
    };
  },
};
