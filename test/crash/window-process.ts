/**
 * `node window-process.ts <orders>`: the bundle that `npm start` runs, in a process that counts its side effects from
 * the first on and kills itself at one of them. The door to that is here alone: what is shipped has none.
 */
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import type { startWindow as StartWindow } from "../../functions/local-window.ts";
import { chanceOf } from "./chance.ts";
import { Orders, type Said } from "./orders.ts";
import { watchEffects, watchFirstAnswer } from "./side-effects.ts";

const Bundle = z.object({
  startWindow: z.custom<typeof StartWindow>((value) => typeof value === "function"),
});

const { bundle, dieAt, refuses, ...options } = Orders.parse(JSON.parse(process.argv[2] ?? ""));
const say = (said: Said): void => void process.send?.(said);
const write = writeSync;

/** SQLITE_BUSY, SQLITE_IOERR, SQLITE_FULL. */
const REFUSALS = [5, 10, 13];
const chance = chanceOf(refuses?.seed ?? 0);
let isOpen = false;
const refuseSome = (): void => {
  if (!isOpen || refuses === undefined || chance(100) >= refuses.percent) return;
  const errcode = REFUSALS[chance(REFUSALS.length)];
  throw Object.assign(new Error("the commit was refused"), { code: "ERR_SQLITE_ERROR", errcode });
};

const effects = new Map<string, number>();
let spared = false;
watchEffects((kind) => {
  if (kind === "COMMIT") refuseSome();
  const number = (effects.get(kind) ?? 0) + 1;
  effects.set(kind, number);
  if (spared || kind !== dieAt?.kind || number !== dieAt.number) return;
  write(1, `died before ${kind} ${number}\n`);
  process.kill(process.pid, "SIGKILL");
});

/** People are served from here on; what was under way is taken up at the same time. */
watchFirstAnswer(() => {
  const { user, system } = process.cpuUsage();
  say({ ready: { milliseconds: performance.now(), processor: (user + system) / 1000 } });
});

const { startWindow } = Bundle.parse(await import(pathToFileURL(bundle).href));
process.once("disconnect", () => process.exit(1));
const window = await startWindow(options);
// As `npm start` does; those that are killed before find what another has compiled.
flushCompileCache();
isOpen = true;
process.on("message", () => {
  void window.settled().then(() => {
    spared = true;
    say({ settled: Object.fromEntries(effects) });
  });
});
