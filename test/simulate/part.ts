import assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ToldMany } from "./told-many.ts";

/** Histories of each of four test files, which cores share: ten thousand in all. */
const EACH = 2500;

/**
 * Tells the histories of one part; the seeds of those that end wrong come with the command that replays them. They are told
 * in a thread of their own, because Node's test runner follows every promise of its thread: a history takes 2.5 times as long.
 */
export const tellPart = async (part: 0 | 1 | 2 | 3): Promise<void> => {
  const teller = new Worker(join(import.meta.dirname, "tell-many.ts"), {
    workerData: { from: part * EACH + 1, count: EACH },
  });
  const said: readonly unknown[] = await once(teller, "message");
  const { cases, wrong } = ToldMany.parse(said[0]);
  const failed = wrong.map(
    ({ seed, sentences }) => `node test/simulate/main.ts --seed ${seed}\n    ${sentences.join("\n    ")}`,
  );
  assert.ok(cases > EACH, "there were cases to go wrong");
  assert.equal(failed.length, 0, `${failed.length} histories end wrong:\n${failed.slice(0, 5).join("\n")}`);
};
