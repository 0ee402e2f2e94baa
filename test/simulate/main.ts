/**
 * `node test/simulate/main.ts --seed N` tells one history with everything that happens in it;
 * `--from N --count M` tells many and prints the seeds of those that end wrong. Exits 1 when one does.
 */
import { parseArgs } from "node:util";
import { tell } from "./history.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    from: { type: "string", default: "1" },
    count: { type: "string", default: "10000" },
  },
});

const one = async (seed: number): Promise<boolean> => {
  const { wrong, ...told } = await tell(seed, { trace: (line) => console.log(line) });
  console.log(JSON.stringify(told));
  for (const sentence of wrong) console.log(`WRONG: ${sentence}`);
  return wrong.length === 0;
};

const many = async (from: number, count: number): Promise<boolean> => {
  let right = true;
  const sum = { crashes: 0, steps: 0, cases: 0, commits: 0, days: 0 };
  for (let seed = from; seed < from + count; seed += 1) {
    const told = await tell(seed);
    sum.crashes += told.crashes;
    sum.steps += told.steps;
    sum.cases += told.cases;
    sum.commits += told.commits;
    sum.days += told.days;
    if (told.wrong.length === 0) continue;
    right = false;
    console.log(`seed ${seed}: ${told.wrong.join("; ")}`);
  }
  console.log(`${count} histories: ${JSON.stringify(sum)}`);
  return right;
};

const right =
  values.seed === undefined
    ? await many(Number(values.from), Number(values.count))
    : await one(Number(values.seed));
process.exitCode = right ? 0 : 1;
