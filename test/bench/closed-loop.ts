import type { Stand } from "./stand.ts";
import { openApplicants } from "./applicants.ts";
import { quantile } from "./quantile.ts";

export interface ClosedLoop {
  readonly casesPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the window's process. */
  readonly cpuMillisecondsPerCase: number;
  readonly cases: number;
}

const now = (): number => performance.timeOrigin + performance.now();

/** Whoever waits for a decision, and decisions that came before the answer to the submission did. */
const openDecisions = (stand: Stand) => {
  const waiting = new Map<string, (at: number) => void>();
  const early = new Map<string, number>();
  stand.onDecided((subject, at) => {
    const tell = waiting.get(subject);
    waiting.delete(subject);
    if (tell === undefined) early.set(subject, at);
    else tell(at);
  });
  return (subject: string): Promise<number> => {
    const known = early.get(subject);
    early.delete(subject);
    return known === undefined
      ? new Promise((resolve) => waiting.set(subject, resolve))
      : Promise.resolve(known);
  };
};

interface Load {
  readonly width: number;
  readonly seconds: number;
  readonly rounds: number;
  /** What is done when a round is over and nobody applies. */
  readonly between?: (round: ClosedLoop) => Promise<void>;
}

/** `width` people at once, each applying again as soon as their case is decided, for so many seconds. */
export const closedLoop = async (
  stand: Stand,
  { width, seconds, rounds, between }: Load,
): Promise<readonly ClosedLoop[]> => {
  const tokens = await Promise.all(["li-jing", "maria-santos"].map((person) => stand.tokenOf(person)));
  const applicants = openApplicants(stand.origin, tokens, width);
  const decision = openDecisions(stand);
  const results: ClosedLoop[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const took: number[] = [];
    const before = await stand.usage();
    const begun = now();
    const end = begun + seconds * 1000;
    const person = async (): Promise<void> => {
      while (now() < end) {
        const from = now();
        took.push((await decision(await applicants.apply())) - from);
      }
    };
    await Promise.all(Array.from({ length: width }, person));
    const elapsed = (now() - begun) / 1000;
    const { cpuMilliseconds } = await stand.usage();
    const result = {
      casesPerSecond: took.length / elapsed,
      p50: quantile(took, 0.5),
      p99: quantile(took, 0.99),
      cpuMillisecondsPerCase: (cpuMilliseconds - before.cpuMilliseconds) / took.length,
      cases: took.length,
    };
    results.push(result);
    await between?.(result);
  }
  applicants.close();
  return results;
};
