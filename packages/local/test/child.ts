import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Another process of the window. */
export interface Child {
  /** Everything it has said, a line each. */
  readonly lines: readonly string[];
  /** Resolves when it has said so many lines. */
  said(count: number): Promise<void>;
  /** Ends it as a power cut would, and resolves when it has ended. */
  kill(): Promise<void>;
}

/** Starts a file (as `import.meta.resolve` names it) in a process of its own; resolves when it has said a line. */
export const startChild = async (file: string, ...args: readonly string[]): Promise<Child> => {
  const process_ = spawn(process.execPath, [fileURLToPath(file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(process_, "close");
  const lines: string[] = [];
  let listeners: (() => void)[] = [];
  createInterface({ input: process_.stdout }).on("line", (line) => {
    lines.push(line);
    for (const tell of listeners) tell();
    listeners = [];
  });
  const said = async (count: number): Promise<void> => {
    const gone = ended.then(() => "gone" as const);
    while (lines.length < count) {
      const more = new Promise<"more">((resolve) => listeners.push(() => resolve("more")));
      if ((await Promise.race([more, gone])) === "gone" && lines.length < count)
        throw new Error(`${file} ended after ${lines.length} lines`);
    }
  };
  await said(1);
  return {
    lines,
    said,
    async kill() {
      process_.kill("SIGKILL");
      await ended;
    },
  };
};
