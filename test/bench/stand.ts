import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type * as z from "zod";
import { freshBundle, type Bundle } from "../../functions/bundle.ts";
import { demonstrationToken } from "../kit/demonstration-token.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { benchDepartment } from "./bench-item.ts";
import { Audited, Decided, Ready, ReceiverCount, ReceiverReady, Held, Usage } from "./messages.ts";

/** The window and its receiver, each in a process of its own; whoever opened them makes the load. */
export interface Stand {
  readonly origin: string;
  readonly data: string;
  /** Milliseconds from the start of the window's process until it was ready. */
  readonly startedIn: number;
  tokenOf(person: string): Promise<string>;
  /** Calls back for every case that was decided, with the instant at which its department was told. */
  onDecided(listener: (subject: string, at: number) => void): void;
  usage(): Promise<Usage>;
  held(): Promise<Held>;
  audit(since: number): Promise<Audited>;
  webhooks(): Promise<z.infer<typeof ReceiverCount>>;
  close(): Promise<void>;
}

const windowBundle: Bundle = {
  entry: "test/bench/window-process.ts",
  outfile: ".build/bench-window.mjs",
  external: ["oidc-provider"],
};

const receiverBundle: Bundle = {
  entry: "test/bench/receiver-process.ts",
  outfile: ".build/bench-receiver.mjs",
  external: [],
};

/** The next thing a process says. */
const said = async (child: ChildProcess): Promise<unknown> => {
  const heard: readonly unknown[] = await once(child, "message");
  return heard[0];
};

const asking = (child: ChildProcess) => (asked: string | number) => {
  const answer = said(child);
  child.send(asked);
  return answer;
};

const start = async (bundle: Bundle, env: Record<string, string>, argv: readonly string[] = []) => {
  const child = fork(await freshBundle(bundle), {
    env: { ...process.env, ...env },
    execArgv: ["--enable-source-maps", ...argv],
  });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return { child, ready: await said(child) };
};

/** A folder of the stand's own, unless one is given; it goes with the stand unless it is kept. */
const folderOf = ({ data, keep = false }: Options) => {
  if (data !== undefined)
    return { data, remove: () => (keep ? undefined : rmSync(dirname(data), { recursive: true })) };
  const folder = temporaryFolder();
  return { data: join(folder.path, "data"), remove: () => (keep ? undefined : folder.remove()) };
};

export interface Options {
  /** A folder into which the window writes a CPU profile when it ends. */
  readonly profile?: string;
  /** The most that the heap of the window may grow to; without it Node takes what the machine has. */
  readonly heapMegabytes?: number;
  readonly data?: string;
  readonly keep?: boolean;
}

export const openStand = async (options: Options = {}): Promise<Stand> => {
  const { profile, heapMegabytes } = options;
  const [sending, receiving] = [newWebhookSecret(), newWebhookSecret()];
  const secrets = { BENCH_SENDING: sending, BENCH_RECEIVING: receiving };
  const receiver = await start(receiverBundle, secrets);
  const { url } = ReceiverReady.parse(receiver.ready);
  const { data, remove } = folderOf(options);
  const endpoints = { [String(benchDepartment)]: { url, sending: [sending], receiving: [receiving] } };
  const environment = {
    WINDOW_DATA: data,
    BENCH_ENDPOINTS: JSON.stringify(endpoints),
  };
  const argv = [
    ...(profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`]),
    ...(heapMegabytes === undefined ? [] : [`--max-heap-size=${heapMegabytes}`]),
  ];
  await freshBundle(windowBundle);
  const begun = performance.now();
  const window = await start(windowBundle, environment, argv);
  const startedIn = performance.now() - begun;
  const { origin, tokenUrl } = Ready.parse(window.ready);
  const ask = asking(window.child);
  return {
    origin,
    data,
    startedIn,
    tokenOf: (person) => demonstrationToken(tokenUrl, person),
    onDecided(listener) {
      receiver.child.removeAllListeners("message");
      receiver.child.on("message", (told) => {
        for (const [subject, at] of Decided.safeParse(told).data ?? []) listener(subject, at);
      });
    },
    usage: async () => Usage.parse(await ask("usage")),
    held: async () => Held.parse(await ask("held")),
    audit: async (since) => Audited.parse(await ask(since)),
    webhooks: async () => ReceiverCount.parse(await asking(receiver.child)("count")),
    async close() {
      await ask("stop");
      await once(window.child, "exit");
      receiver.child.disconnect();
      remove();
    },
  };
};
