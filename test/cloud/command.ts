import { spawn } from "node:child_process";

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs a command to its end and returns what it wrote. */
export const run = (
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd = process.cwd(),
): Promise<Ran> => {
  const child = spawn(command, words, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => output.push(text));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: output.join("") }));
  });
};

/** The same; rejects, with what it wrote, when the command fails. */
export const must = async (
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd = process.cwd(),
): Promise<string> => {
  const { code, output } = await run(command, words, env, cwd);
  if (code !== 0) throw new Error(`${command} ${words.join(" ")} failed (${code}):\n${output.slice(-8000)}`);
  return output;
};
