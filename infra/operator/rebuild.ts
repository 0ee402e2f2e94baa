/**
 * `npm run rebuild:stage -- --stage S [--since 2026-01-31T00:00:00Z] [--place PLACE]`: has the lists of a stage made anew from
 * its log, part by part, while the window is open (infra/runbook.md, "Lists made anew"). It prints where each part ends; cut
 * off, it goes on there with `--place`. Beginning again, or twice at once, does nothing wrong.
 */
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { parseArgs } from "node:util";
import * as z from "zod";
import { stageOf } from "../stage.ts";
import { standingStack } from "./standing-stack.ts";

/** What a place holds only the function knows. */
const Part = z.object({ removed: z.int(), restored: z.int(), next: z.json().optional() });
type Part = z.infer<typeof Part>;

/** A part works for a minute and ends its page; the function itself ends after fifteen. */
const client = new LambdaClient({
  maxAttempts: 5,
  requestHandler: { requestTimeout: 910_000, throwOnRequestTimeout: true },
});

/** Throws with what the function threw. */
const once = async (FunctionName: string, asked: object): Promise<Part> => {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(asked) }),
  );
  const said = Buffer.from(Payload ?? []).toString("utf8");
  if (FunctionError !== undefined) throw new Error(`a part was not done: ${said}`);
  return Part.parse(JSON.parse(said));
};

/** A part that failed, such as in a table that was asked too much, is asked for twice more. */
const TRIES = 3;

const part = async (name: string, asked: object): Promise<Part> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(name, asked);
    } catch (fault) {
      if (tries === TRIES) throw fault;
      console.error(fault instanceof Error ? fault.message : "a part was not done");
    }
  }
};

const all = async (name: string, first: object): Promise<void> => {
  let [removed, restored] = [0, 0];
  for (let asked: object | undefined = first; asked !== undefined;) {
    const done: Part = await part(name, asked);
    removed += done.removed;
    restored += done.restored;
    if (done.next !== undefined) console.log(`--place '${JSON.stringify(done.next)}'`);
    asked = done.next === undefined ? undefined : { place: done.next };
  }
  console.log(`${String(restored)} streams written anew, ${String(removed)} foreign rows removed`);
};

const { values } = parseArgs({
  options: { stage: { type: "string" }, since: { type: "string" }, place: { type: "string" } },
});

if (values.stage === undefined) {
  console.error("which stage? npm run rebuild:stage -- --stage S [--since INSTANT] [--place PLACE]");
  process.exitCode = 2;
} else {
  const standing = await standingStack(`window-${stageOf(values.stage).name}`);
  const name = standing?.outputs.get("RebuildName");
  if (name === undefined) throw new Error(`stage ${values.stage} is not deployed here`);
  await all(name, {
    ...(values.since === undefined ? {} : { since: values.since }),
    ...(values.place === undefined ? {} : { place: z.json().parse(JSON.parse(values.place)) }),
  });
}
