/**
 * `npm run deploy -- --stage S [what cdk deploy takes, such as --parameters window-S:Origin=https://…]`: deploys both
 * stacks of a stage into the account and Region that the environment names.
 */
import { cdk, stageFrom } from "./cdk.ts";

const { stage, rest } = stageFrom(process.argv.slice(2), undefined);
process.exitCode = await cdk(["deploy", "--all", "-c", `stage=${stage}`, ...rest]);
