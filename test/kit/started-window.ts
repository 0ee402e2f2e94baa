import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const start = join(import.meta.dirname, "../../functions/start.ts");

/** What a process said until it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface StartedWindow {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Everything it said so far. */
  output(): string;
  end(signal: NodeJS.Signals): Promise<Ended>;
}

/** `npm start` in a process of its own, of this tree unless another `script` is named. Rejects with what it said when it ends before it is ready. */
export const startedWindow = (
  environment: Readonly<Record<string, string>>,
  script = start,
): Promise<StartedWindow> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    process.once("exit", () => child.kill("SIGKILL"));
    let output = "";
    const end = async (signal: NodeJS.Signals): Promise<Ended> => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, "exit");
      }
      return { code: child.exitCode, output };
    };
    const heard = (text: string): void => {
      output += text;
      const origin = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (origin !== undefined && output.includes("ready"))
        resolve({ child, origin, output: () => output, end });
    };
    child.stdout.setEncoding("utf8").on("data", heard);
    child.stderr.setEncoding("utf8").on("data", heard);
    child.once("error", reject);
    child.once("close", (code) => reject(new NotStarted({ code, output })));
  });

/** It ended before it was ready. */
export class NotStarted extends Error {
  override readonly name = "NotStarted";
  readonly ended: Ended;
  constructor(ended: Ended) {
    super(`ended with ${String(ended.code)}: ${ended.output}`);
    this.ended = ended;
  }
}

/** How a start failed; rejects when it did not. */
export const failedStart = async (environment: Readonly<Record<string, string>>): Promise<Ended> => {
  try {
    const window = await startedWindow(environment);
    await window.end("SIGKILL");
  } catch (fault) {
    if (fault instanceof NotStarted) return fault.ended;
    throw fault;
  }
  throw new Error("it started");
};
