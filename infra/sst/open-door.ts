import { getCallerIdentity, getPartition, getRegion } from "@pulumi/aws";
import { deployStacks } from "./bridge.ts";
import type { Terms } from "./bridge.ts";
import { stacksOf } from "./cloud-assembly.ts";
import { standingDoor } from "./standing-door.ts";
import { synthesize } from "./synthesize.ts";

export interface Opening {
  readonly stage: string;
  readonly isProtected: boolean;
  readonly isDev: boolean;
}

const here = async (): Promise<Terms["place"]> => {
  const [{ accountId }, { region }, { partition, dnsSuffix }] = await Promise.all([
    getCallerIdentity({}),
    getRegion({}),
    getPartition({}),
  ]);
  return { account: accountId, region, partition, suffix: dnsSuffix };
};

/** Parameter `Origin` is set by `WINDOW_ORIGIN`, as SST also reads it from `.env.<stage>`. */
const setting = (parameter: string): string | undefined => process.env[`WINDOW_${parameter.toUpperCase()}`];

/** On this machine, in the multiplexer of `sst dev`. A standing stage would be taken away by it, so it is refused. */
const openHere = (stage: string, door: string | undefined): void => {
  if (door !== undefined)
    throw new Error(`stage ${stage} is deployed: sst dev would remove it; name a stage of your own`);
  new sst.x.DevCommand("Window", { dev: { command: "npm start", autostart: true, title: "Window" } });
};

/** What `sst.config.ts` runs: the local window in `sst dev`, the stage's cloud assembly otherwise. */
export const openDoor = async ({ stage, isProtected, isDev }: Opening): Promise<Record<string, unknown>> => {
  const door = await standingDoor(stage);
  if (isDev) {
    openHere(stage, door);
    return {};
  }
  if (door !== undefined && door !== "sst")
    throw new Error(`stage ${stage} was deployed by ${door}: deploy and remove it there`);
  const place = await here();
  const folder = synthesize(process.cwd(), stage);
  return deployStacks(stacksOf(folder, place), { place, isProtected, setting });
};
