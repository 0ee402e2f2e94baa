/**
 * `node test/bench/profile.ts [folder]`: full cases for some seconds, with a CPU profile of the window in that folder.
 * Says of each round what it took, and at last whether what was written agrees.
 */
import { closedLoop } from "./closed-loop.ts";
import { openStand } from "./stand.ts";

const HOUR = 3_600_000;

const [folder] = process.argv.slice(2);
const stand = await openStand(folder === undefined ? {} : { profile: folder });
const rounds = await closedLoop(stand, { width: 32, seconds: 4, rounds: 4 });
for (const { casesPerSecond, p50, p99, cpuMillisecondsPerCase } of rounds)
  console.log(
    `${casesPerSecond.toFixed(0)}/s, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ` +
      `${cpuMillisecondsPerCase.toFixed(2)} ms of CPU for each in the window`,
  );
const audited = await stand.audit(Math.round(performance.timeOrigin) - HOUR);
const { webhooks, repeated } = await stand.webhooks();
console.log(
  `${audited.decided} decided, ${audited.brokenChains} broken chains, ${audited.differingViews} differing views, ` +
    `${webhooks} webhooks, ${repeated} of them repeated`,
);
await stand.close();
