/**
 * `npm run deploy -- --stage S [what cdk deploy takes, such as --parameters window-S:Origin=https://…]`: deploys both
 * stacks of a stage into the account and Region that the environment names.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { stageOf } from "./stage.ts";

const root = join(import.meta.dirname, "..");
const words = process.argv.slice(2);
const at = words.indexOf("--stage");
const named = at < 0 ? undefined : words[at + 1];

if (named === undefined) {
  console.error("which stage? npm run deploy -- --stage S");
  process.exitCode = 2;
} else {
  const { name } = stageOf(named);
  const rest = [...words.slice(0, at), ...words.slice(at + 2)];
  const cdk = join(root, "node_modules/.bin/cdk");
  const child = spawn(cdk, ["deploy", "--all", "-c", `stage=${name}`, ...rest], {
    cwd: root,
    stdio: "inherit",
  });
  child.once("close", (code) => {
    process.exitCode = code ?? 1;
  });
}
