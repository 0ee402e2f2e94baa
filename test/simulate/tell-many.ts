/** A thread that tells the histories it is asked for, and says which of them end wrong. Started by part.ts. */
import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { tell } from "./history.ts";
import type { ToldMany } from "./told-many.ts";

const Asked = z.object({ from: z.int(), count: z.int() });

const tellMany = async ({ from, count }: z.infer<typeof Asked>): Promise<ToldMany> => {
  const outcome: ToldMany = { cases: 0, wrong: [] };
  for (let seed = from; seed < from + count; seed += 1) {
    const told = await tell(seed);
    outcome.cases += told.cases;
    if (told.wrong.length > 0) outcome.wrong.push({ seed, sentences: [...told.wrong] });
  }
  return outcome;
};

parentPort?.postMessage(await tellMany(Asked.parse(workerData)));
