import { seed } from "@window/catalogue/seed.ts";
import type { Delivering } from "@window/domain/act/deliver.ts";
import { deliver } from "@window/domain/act/deliver.ts";
import type { SendingNotices } from "@window/domain/act/send-notice.ts";
import { sendNotice } from "@window/domain/act/send-notice.ts";
import type { Verifying } from "@window/domain/act/verify-case.ts";
import { verifyCase } from "@window/domain/act/verify-case.ts";
import type { Delivery } from "@window/domain/delivery/delivery.ts";
import type { Inquiry } from "@window/domain/delivery/inquiry.ts";
import { dispatch } from "@window/domain/dispatch/dispatch.ts";
import type { Rebuilding } from "@window/domain/dispatch/rebuild.ts";
import type { Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import { sweepFeed } from "@window/domain/dispatch/sweep-feed.ts";
import type { StreamId } from "@window/domain/id.ts";
import { fromIso, Instant, MINUTE } from "@window/domain/instant.ts";
import type { Errand } from "@window/domain/notice/errand.ts";
import type { Message, Told } from "@window/domain/port/notifier.ts";
import type { ReferralMessage } from "@window/domain/port/courier.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import type { RegisterQuestion, Verdict } from "@window/domain/port/registers.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import type { EmbeddedWorkflow } from "@window/local/workflow.ts";
import { openWorkflow } from "@window/local/workflow.ts";
import { digest, keyedDigest } from "@window/node/digest.ts";
import { idsOf } from "@window/node/ids.ts";
import { personKeysOf } from "@window/node/person-keys.ts";
import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { fixedCatalogue } from "../kit/fixed-catalogue.ts";
import { machineFunctions } from "../kit/machine-functions.ts";
import type { Cut } from "./cut.ts";
import { CutOff } from "./cut.ts";
import type { Shelves } from "./shelves.ts";

export type Clocks = { readonly legal: LegalClock; readonly wire: WireClock };

/** Opens the shelves of one place, again and again, as processes come and go. */
export type OpenShelves = (clocks: Clocks) => Promise<Shelves & { close(): Promise<void> }>;

/** What outlives every process: time, the change stream, the queue, the machines' journal, what departments heard. */
export class Surroundings {
  now = fromIso("2026-11-23T01:00:00Z");
  readonly key = randomBytes(32);
  readonly records: StreamId[] = [];
  readonly queue: (Delivery | Inquiry | Errand)[] = [];
  readonly heard: ReferralMessage[] = [];
  readonly asked: RegisterQuestion[] = [];
  readonly told: Message[] = [];
  /** What mail server and gateway say to a message. */
  taken: Told = { kind: "taken" };
  /** What registers say to a question. */
  verdict: Verdict = { kind: "match" };
  /** What departments answer to a webhook. */
  status = 200;
  readonly name = `town-${randomBytes(6).toString("hex")}`;
  readonly journal = new DatabaseSync(":memory:");
  readonly clocks: Clocks = { legal: { now: () => this.now }, wire: { now: () => this.now } };

  move(milliseconds: number): void {
    this.now = Instant.parse(this.now + milliseconds);
  }
}

type Deps = Delivering & Sweeping & Rebuilding & Verifying & SendingNotices;

/** A process that dies before or after it has read something dies between two writes as well. */
const readings: readonly unknown[] = [
  "load",
  "feed",
  "get",
  "list",
  "seqs",
  "between",
  "rows",
  "open",
  "read",
  "link",
  "keys",
  "verify",
  "connected",
];

/** Every call by which a process changes the world goes through the cut. */
export const through = <Port extends object>(cut: Cut, port: Port): Port =>
  new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      if (readings.includes(name))
        return (...asked: unknown[]): unknown => Reflect.apply(member, target, asked);
      return (...asked: unknown[]) =>
        cut.through(() => Promise.resolve<unknown>(Reflect.apply(member, target, asked)));
    },
  });

/** The change stream tells of every commit once it is there. */
const told = (store: EventStore, records: StreamId[]): EventStore => ({
  load: (stream) => store.load(stream),
  feed: (bucket, after) => store.feed(bucket, after),
  append: async (commit) => {
    const outcome = await store.append(commit);
    if (outcome === "appended") records.push(commit.stream);
    return outcome;
  },
});

/** Several towns share the tables of a deployed stack; each has marks of its own. */
const ownMarks = (marks: Marks, name: string): Marks => ({
  get: (mark) => marks.get(`${name}.${mark}`),
  put: (mark, until) => marks.put(`${name}.${mark}`, until),
});

const handOver = (deps: Deps, message: Delivery | Inquiry | Errand): Promise<unknown> => {
  if ("channel" in message) return sendNotice(deps, message);
  return "register" in message ? verifyCase(deps, message) : deliver(deps, message);
};

/** One life of the window's process, from its start to its end or to where it is cut off. */
export interface Life {
  readonly deps: Deps;
  /** Works until nothing is left to do. `order` may change what the change stream brings. */
  settle(order?: (records: StreamId[]) => StreamId[]): Promise<void>;
  /** What a start does after any end: goes on with the machines and looks for what was missed. */
  recover(): Promise<void>;
  end(): Promise<void>;
}

export const live = async (open: OpenShelves, around: Surroundings, cut: Cut): Promise<Life> => {
  const shelves = await open(around.clocks);
  const ports = {
    store: through(cut, told(shelves.store, around.records)),
    views: through(cut, shelves.views),
    vault: through(cut, shelves.vault),
    objects: through(cut, shelves.objects),
    timers: through(cut, shelves.timers),
    rounds: through(cut, shelves.rounds),
    attempts: through(cut, shelves.attempts),
    marks: through(cut, ownMarks(shelves.marks, around.name)),
    arrears: through(cut, shelves.arrears),
    signer: through(cut, shelves.signer),
  };
  const world = through(cut, {
    send: async (delivery: Delivery) => {
      around.queue.push(delivery);
    },
    inquire: async (inquiry: Inquiry) => {
      around.queue.push(inquiry);
    },
    tell: async (errand: Errand) => {
      around.queue.push(errand);
    },
    connected: async () => true,
    ask: async (question: RegisterQuestion) => {
      around.asked.push(question);
      return around.verdict;
    },
    post: async (message: ReferralMessage) => {
      around.heard.push(message);
      return { kind: "answered", status: around.status, latencyMs: 1 } as const;
    },
  });
  const notifier = through(cut, {
    connected: async () => true,
    tell: async (message: Message) => {
      around.told.push(message);
      return around.taken;
    },
  });
  const workflow: EmbeddedWorkflow = openWorkflow({
    database: around.journal,
    clock: around.clocks.legal,
    report: () => undefined,
    handlers: machineFunctions(() => deps),
  });
  const deps: Deps = {
    ...ports,
    clock: around.clocks.legal,
    digest,
    keyed: keyedDigest(around.key),
    ids: idsOf(around.key),
    personKeys: personKeysOf(around.key),
    catalogue: fixedCatalogue(seed),
    origin: "https://window.example",
    workflow: through(cut, workflow),
    deliveries: world,
    registers: world,
    notifier,
    endpoints: { of: async () => ({ url: "https://department.example", sending: [], receiving: [] }) },
    courier: (_, message) => world.post(message),
  };

  const settle = async (order: (records: StreamId[]) => StreamId[] = (records) => records): Promise<void> => {
    while (around.records.length + around.queue.length > 0) {
      for (const stream of order(around.records.splice(0))) await dispatch(deps, stream);
      await workflow.settled();
      while (around.queue[0] !== undefined) {
        const [message] = around.queue;
        await handOver(deps, message);
        around.queue.shift();
      }
    }
    if (cut.happened) throw new CutOff();
  };

  return {
    deps,
    settle,
    async recover() {
      around.move(5 * MINUTE);
      await workflow.resume();
      await workflow.tick();
      await workflow.settled();
      await sweepFeed(deps);
      await settle();
    },
    async end() {
      await workflow.stop();
      await shelves.close();
    },
  };
};
