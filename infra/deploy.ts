/**
 * `npm run deploy -- --stage S [what cdk deploy takes, such as --parameters window-S:Origin=https://…]`: deploys both
 * stacks of a stage into the account and Region that the environment names. A stage that SST deployed is refused.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { standingStack } from "./operator/standing-stack.ts";
import { takeStage } from "./operator/take-stage.ts";
import { stageOf } from "./stage.ts";

const root = join(import.meta.dirname, "..");

const cdkDeploy = (stage: string, rest: readonly string[]): void => {
  const cdk = join(root, "node_modules/.bin/cdk");
  const child = spawn(cdk, ["deploy", "--all", "-c", `stage=${stage}`, ...rest], {
    cwd: root,
    stdio: "inherit",
  });
  child.once("close", (code) => {
    process.exitCode = code ?? 1;
  });
};

const { stage, rest } = takeStage(process.argv.slice(2));

if (stage === undefined) {
  console.error("which stage? npm run deploy -- --stage S");
  process.exitCode = 2;
} else {
  const { name } = stageOf(stage);
  const standing = await standingStack(`window-${name}-data`);
  if (standing === undefined || standing.door === "cdk") cdkDeploy(name, rest);
  else {
    console.error(`stage ${name} was deployed by ${standing.door}: deploy and remove it there`);
    process.exitCode = 3;
  }
}
