import { spawn } from "node:child_process";
import { join } from "node:path";
import { stageOf } from "./stage.ts";

const root = join(import.meta.dirname, "..");

/** Takes `--stage S` out of the words of a command line. Throws when there is none and none is usual. */
export const stageFrom = (
  words: readonly string[],
  usual: string | undefined,
): { readonly stage: string; readonly rest: readonly string[] } => {
  const at = words.indexOf("--stage");
  const stage = at < 0 ? usual : words[at + 1];
  if (stage === undefined) throw new Error("which stage? --stage S");
  const rest = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  return { stage: stageOf(stage).name, rest };
};

/** Runs the CDK that came with the project; resolves with its exit code. */
export const cdk = (words: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules/.bin/cdk"), words, { cwd: root, stdio: "inherit" });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
