import { resumeCase } from "@window/domain/act/resume-case.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { Hash } from "@window/domain/declared.ts";
import { sweepFeed } from "@window/domain/dispatch/sweep-feed.ts";
import { sweepTimers } from "@window/domain/dispatch/sweep-timers.ts";
import { CaseId } from "@window/domain/id.ts";
import { fold } from "@window/domain/perform.ts";
import { hash } from "node:crypto";
import { machineFunctions } from "../kit/machine-functions.ts";
import { ask } from "./ask.ts";
import { tell } from "./gateway.ts";
import { gate, Trouble } from "./gate.ts";
import { openMachines } from "./machines.ts";
import { openMemoryIds } from "./memory/ids.ts";
import { memoryPersonKeys } from "./memory/person-keys.ts";
import { inspect } from "./papers.ts";
import { post, send, swept, swiftMarks, told } from "./outside.ts";
import { openTurns, type Turns } from "./turns.ts";
import type { Deps, Life, World } from "./world.ts";

/** Key order is the same wherever a commit is made and checked, so its plain JSON text will do. */
const digest = (value: unknown): Hash => Hash.parse(hash("sha256", JSON.stringify(value)));

/** Few case numbers, so that two people meet at one now and then. */
const NUMBERS = 40;
const ids = openMemoryIds(NUMBERS);

const open = (world: World, turns: Turns) => {
  const { shelves, dice } = world;
  const clock = { now: () => world.now };
  const through = <Port extends object>(name: string, port: Port): Port => gate(world, turns, name, port);
  let starting = false;
  const { workflow, engine } = openMachines({
    journal: shelves.journal,
    clock,
    transact: (work) =>
      turns.take(async () => {
        if (!starting && dice.chance(world.faults.refused)) throw new Trouble("machine refused");
        return work();
      }),
    functions: machineFunctions(() => deps),
    report: ({ what, execution, error }) => {
      world.say(`${what} ${execution?.name ?? ""} ${execution?.state ?? ""}: ${String(error)}`);
      if (what === "not-written") world.after(1000, () => world.life.tick());
    },
  });
  const deps: Deps = {
    store: through("store", told(world, shelves.store)),
    views: through("views", shelves.views),
    vault: through("vault", shelves.vault),
    objects: through("objects", shelves.objects),
    timers: through("timers", swept(world, shelves.timers)),
    rounds: through("rounds", shelves.rounds),
    attempts: through("attempts", shelves.attempts),
    marks: through("marks", world.patient ? shelves.marks : swiftMarks(world, shelves.marks)),
    arrears: through("arrears", shelves.arrears),
    signer: through("signer", shelves.signer),
    workflow: through("workflow", workflow),
    deliveries: through("deliveries", {
      send: async (delivery, after) => send(world, delivery, after),
      inquire: async () => void world.wrong.push("a register was asked that is not connected"),
      tell: async (errand, after) => send(world, errand, after),
    }),
    notifier: through("notifier", { connected: async () => true, tell: (message) => tell(world, message) }),
    registers: { connected: async () => false },
    endpoints: {
      of: async (department) =>
        department === "dept_paper"
          ? undefined
          : { url: "https://department.example", sending: [], receiving: [] },
    },
    courier: (_, message) => through("courier", { post: () => post(world, message) }).post(),
    clock,
    digest,
    keyed: digest,
    ids,
    personKeys: memoryPersonKeys,
    catalogue: world.shop.catalogue,
    origin: "https://window.example",
    inspect,
  };
  const resumeMachines = async (): Promise<void> => {
    starting = true;
    await engine.resume();
    starting = false;
  };
  return { deps, engine, resumeMachines };
};

export const openLife = (world: World): Life => {
  const turns = openTurns(world.dice);
  const { deps, engine, resumeMachines } = open(world, turns);
  let ticking = false;
  const life: Life = {
    deps,
    get ticking() {
      return ticking;
    },
    get waiting() {
      return turns.waiting;
    },
    next: () => turns.next(),
    end: () => turns.drop(),
    recover() {
      world.start(
        "resume",
        resumeMachines,
        { done: () => life.tick(), failed: () => life.recover() },
        () => undefined,
      );
      life.sweepFeed();
      life.sweepTimers();
    },
    tick() {
      if (ticking) return;
      ticking = true;
      const ended = (): void => {
        ticking = false;
      };
      const again = (): void =>
        world.after(1000, () => {
          ended();
          world.life.tick();
        });
      world.start(
        "tick",
        () => engine.tick(),
        { done: ended, failed: again },
        () => undefined,
      );
    },
    sweepFeed() {
      const done = ({ failed }: { readonly failed: readonly unknown[] }): void => {
        world.say(`swept, failed ${failed.length}`);
        if (failed.length > 0) world.sweepSoon();
      };
      world.start("sweep feed", () => sweepFeed(deps), { done, failed: () => world.sweepSoon() });
    },
    sweepTimers() {
      world.start("sweep timers", () => sweepTimers(deps, Infinity), { failed: () => undefined });
    },
    mend() {
      for (const message of world.shelves.parked.splice(0)) send(world, message, 0);
      for (const [stream, commits] of world.shelves.store.streams) {
        const subject = CaseId.safeParse(stream).data;
        if (subject === undefined || fold(caseDecider, commits).state?.stuck === undefined) continue;
        const by = { actor: "usr_operator", key: `resume.${subject}.${commits.length}` };
        const input = { case: subject, reason: "mended" };
        void ask(world, by, (own, request) => resumeCase(own, input, request));
      }
    },
  };
  return life;
};
