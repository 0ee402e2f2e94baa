import type { App } from "aws-cdk-lib";
import { Tags } from "aws-cdk-lib";
import { DataStack } from "./data.ts";
import { keepToDoor } from "./door.ts";
import type { Door } from "./door.ts";
import { stageOf } from "./stage.ts";
import { WindowStack } from "./window.ts";

/** Both stacks of a stage. They name no account and no Region, so one assembly serves every partition. */
export const assembly = (
  app: App,
  name: string,
  door: Door = "cdk",
): { data: DataStack; window: WindowStack } => {
  const stage = stageOf(name);
  Tags.of(app).add("project", "talent-window");
  Tags.of(app).add("stage", stage.name);
  Tags.of(app).add("door", door);
  const data = new DataStack(app, `window-${name}-data`, { stage });
  const window = new WindowStack(app, `window-${name}`, {
    stage,
    data,
    terminationProtection: !stage.isTest,
  });
  for (const stack of [data, window]) keepToDoor(stack, door);
  return { data, window };
};
