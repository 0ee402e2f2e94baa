import assert from "node:assert/strict";
import { tell } from "./history.ts";

/**
 * Histories of each of four test files, which cores share: what fits into the time of `npm test`. One costs about 18 ms;
 * `node test/simulate/main.ts --from 1 --count 10000` tells ten thousand.
 */
const EACH = 500;

/** Tells the histories of one part; the seeds of those that end wrong come with the command that replays them. */
export const tellPart = async (part: 0 | 1 | 2 | 3): Promise<void> => {
  const failed: string[] = [];
  let cases = 0;
  for (let seed = part * EACH + 1; seed <= (part + 1) * EACH; seed += 1) {
    const told = await tell(seed);
    cases += told.cases;
    if (told.wrong.length > 0)
      failed.push(`node test/simulate/main.ts --seed ${seed}\n    ${told.wrong.join("\n    ")}`);
  }
  assert.ok(cases > EACH, "there were cases to go wrong");
  assert.equal(failed.length, 0, `${failed.length} histories end wrong:\n${failed.slice(0, 5).join("\n")}`);
};
