import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Said, type Effects, type Orders, type Ready } from "./orders.ts";

const program = join(import.meta.dirname, "window-process.ts");

/** One life of a window's process. Everything resolves with undefined when it died first. */
export interface Life {
  readonly pid: number;
  readonly ready: Promise<Ready | undefined>;
  /** Resolves when it was killed, by itself or from here; rejects when it ended in any other way. */
  readonly ended: Promise<void>;
  /** Resolves when nothing is under way, with what it has done. */
  settled(): Promise<Effects | undefined>;
  /** SIGKILL, and resolves when it has ended. */
  kill(): Promise<void>;
}

const spawned = (orders: Orders, before: readonly string[]) => {
  const [command, ...given] = before.length > 0 ? [...before, process.execPath] : [process.execPath];
  const child = spawn(command, [...given, program, JSON.stringify(orders)], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(child, "close").then(() => {
    if (child.signalCode !== "SIGKILL")
      throw new Error(`the window ended with ${child.exitCode ?? child.signalCode}:\n${output}`);
  });
  ended.catch(() => undefined);
  return { child, ended };
};

/** `before` is a command that runs the rest of its line, such as one that sets limits first. */
export const startLife = (orders: Orders, before: readonly string[] = []): Life => {
  const { child, ended } = spawned(orders, before);
  const heard = async <Found>(find: (said: Said) => Found | undefined): Promise<Found | undefined> => {
    const { promise, resolve } = Promise.withResolvers<Found>();
    const listen = (message: unknown): void => {
      const found = find(Said.parse(message));
      if (found !== undefined) resolve(found);
    };
    child.on("message", listen);
    const first = await Promise.race([promise, ended.then(() => undefined)]);
    child.off("message", listen);
    return first;
  };
  const ready = heard((said) => ("ready" in said ? said.ready : undefined));
  // Whoever waits for `ended` is told how it ended; nobody has to wait for this one.
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    settled() {
      const answer = heard((said) => ("settled" in said ? said.settled : undefined));
      // A process that has ended cannot be told anything; the answer is undefined then.
      if (child.connected) child.send("settle", () => undefined);
      return answer;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
};
