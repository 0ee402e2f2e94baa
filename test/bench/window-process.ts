/**
 * The composition of `npm start` in a process of its own, with the bench item beside the shipped ones. Talks to whoever
 * forked it: `usage` gives what it has used, `held` what its memory holds, an instant what has been written since.
 */
import { Instant } from "@window/domain/instant.ts";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as z from "zod";
import { startWindow } from "../../functions/local-window.ts";
import type { LocalPorts } from "../../functions/local-ports.ts";
import { audit } from "./audit.ts";
import { benchSeed } from "./bench-item.ts";
import type { Held, Usage } from "./messages.ts";

const Environment = z.object({ WINDOW_DATA: z.string(), BENCH_ENDPOINTS: z.string() });
const Endpoints = z.record(
  z.string(),
  z.object({ url: z.url(), sending: z.array(z.string()), receiving: z.array(z.string()) }),
);

const { WINDOW_DATA, BENCH_ENDPOINTS } = Environment.parse(process.env);
let opened: LocalPorts | undefined;

const window = await startWindow({
  folder: WINDOW_DATA,
  port: 0,
  seed: benchSeed,
  endpoints: Endpoints.parse(JSON.parse(BENCH_ENDPOINTS)),
  between(ports) {
    opened = ports;
    return opened;
  },
});

const usage = (): Usage => {
  const { user, system } = process.cpuUsage();
  return { cpuMilliseconds: (user + system) / 1000, residentBytes: process.memoryUsage.rss() };
};

setFlagsFromString("--expose-gc");
const collect = z.function({ input: [], output: z.void() }).implement(runInNewContext("gc"));

const held = (): Held => {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, residentBytes: rss };
};

const answer = async (asked: unknown): Promise<unknown> => {
  if (asked === "usage") return usage();
  if (asked === "held") {
    await window.settled();
    return held();
  }
  if (asked === "stop") {
    await window.close();
    setImmediate(() => process.disconnect());
    return "stopped";
  }
  await window.settled();
  if (opened === undefined) throw new Error("the window has no ports");
  return audit(opened, Instant.parse(asked));
};

process.on("message", (asked) => {
  void answer(asked).then((told) => process.send?.(told));
});
process.send?.({ origin: window.origin, tokenUrl: window.tokenUrl });
