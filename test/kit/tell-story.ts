import { spawn } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "../story/main.ts");

export type Told = { readonly code: number | null; readonly lines: readonly string[] };

/**
 * `npm run story -- …words` in a process of its own. With `killAt`, the process is killed with -9 as soon as a line
 * holds that text; what it had told so far is returned.
 */
export const tellStory = (
  words: readonly string[],
  { killAt, bundle }: { readonly killAt?: string; readonly bundle?: string } = {},
): Promise<Told> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], {
      env: { ...process.env, ...(bundle === undefined ? {} : { STORY_BUNDLE: bundle }) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let told = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      told += text;
      if (killAt !== undefined && told.includes(killAt)) child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, lines: told.trimEnd().split("\n") }));
  });
