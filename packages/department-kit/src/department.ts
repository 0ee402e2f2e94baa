import { createServer } from "node:http";
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, ReferralRequested } from "./events.ts";
import { createCaseDesk } from "./simulator/case-desk.ts";
import { openJournal } from "./simulator/journal.ts";
import type { Received, Reply } from "./simulator/journal.ts";
import type { Manner, Plan } from "./simulator/plan.ts";
import type { Sender } from "./simulator/post-callback.ts";
import { createReception } from "./simulator/reception.ts";
import type { Delivery } from "./simulator/reception.ts";
import { createWatch } from "./simulator/watch.ts";
import { nowSeconds } from "./wire-clock.ts";

export type DepartmentOptions = {
  /** A URI that names the department: the `source` of its callbacks. */
  readonly source: string;
  /** What the window signs its webhooks with (`whsec_…`); two during a rotation. */
  readonly endpointSecrets: readonly string[];
  /** What this department signs its callbacks with; never one of the others. */
  readonly receivingSecret: string;
  /** What to do about a referral; asked again after each failed attempt, and after a restart for what is unanswered. */
  readonly decide: (referral: ReferralRequested) => Plan | Promise<Plan>;
  /** File of what was received and said, so that a kill loses nothing; in memory alone unless given. */
  readonly journalFile?: string;
  /** A free one unless given; always on 127.0.0.1. */
  readonly port?: number;
  /** Real time unless given. */
  readonly nowSeconds?: () => number;
  readonly wait?: Sender["wait"];
};

export type Department = {
  /** Where the window posts its webhooks. */
  readonly url: string;
  /** Every referral taken, once each, in the order of coming, with the message that proves it. */
  received(): readonly Received[];
  /** Every attempt since the start, with those refused and failed. */
  deliveries(): readonly Delivery[];
  /** What the window said to each callback since the start, repeats and lies included. */
  replies(): readonly Reply[];
  /** Answers a referral (`ref_…`). Rejects with a RangeError when it was never received. */
  answer(referral: string, answer: Answer, manner?: Manner): Promise<Reply>;
  /** Resolves when it holds; looked at after every delivery and reply. Rejects when the department fails or closes. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
};

/** Starts a department on this machine that takes signed webhooks and answers by signed callback. */
export const createDepartment = async (options: DepartmentOptions): Promise<Department> => {
  const deliveries: Delivery[] = [];
  const replies: Reply[] = [];
  const closing = new AbortController();
  const watch = createWatch();
  const journal = openJournal(options.journalFile);
  const sender = senderOf(options, closing.signal);
  const desk = createCaseDesk(journal, sender, options.source, (reply) => {
    replies.push(reply);
    watch.changed();
  });
  const work = (work: Promise<void>): void => {
    work.catch((cause: unknown) => {
      if (!closing.signal.aborted) watch.end(new Error("the department cannot go on", { cause }));
    });
  };
  const receive = createReception({
    ...options,
    nowSeconds: sender.nowSeconds,
    journal,
    taken: ({ event }, plan) => work(desk.carryOut(event, plan)),
  });
  const server = serverFor(receive, (delivery) => {
    deliveries.push(delivery);
    watch.changed();
  });
  const url = `http://127.0.0.1:${await listening(server, options.port ?? 0)}/webhooks`;
  const resume = async (referral: ReferralRequested) =>
    desk.carryOut(referral, await options.decide(referral));
  for (const { event } of journal.received.values()) work(resume(event));

  let closed: Promise<void> | undefined;
  const close = async () => {
    closing.abort();
    watch.end(new Error("the department is closed"));
    await stopped(server);
    journal.close();
  };

  return {
    url,
    received: () => [...journal.received.values()],
    deliveries: () => deliveries,
    replies: () => replies,
    until: (condition) => watch.until(condition),
    answer: async (referral, answer, manner) => {
      const asked = [...journal.received.values()].find(({ event }) => event.subject === referral);
      if (!asked) throw new RangeError("that referral was never received");
      return desk.answer(asked.event, answer, manner);
    },
    close: () => (closed ??= close()),
  };
};

const senderOf = (options: DepartmentOptions, signal: AbortSignal): Sender => ({
  receivingSecret: options.receivingSecret,
  endpointSecrets: options.endpointSecrets,
  nowSeconds: options.nowSeconds ?? nowSeconds,
  wait: options.wait ?? ((milliseconds, signal) => sleep(milliseconds, undefined, { signal })),
  signal,
});

type Receive = ReturnType<typeof createReception>;

/** A fault of ours is answered with 500, so that the window sends the webhook again. */
const serverFor = (receive: Receive, told: (delivery: Delivery) => void): Server =>
  createServer((request, response) => {
    const failed = (cause: unknown): Delivery => ({
      id: undefined,
      status: 500,
      cause: String(cause),
      headers: request.headers,
      body: "",
    });
    void receive(request)
      .catch(failed)
      .then((delivery) => {
        response.writeHead(delivery.status).end();
        told(delivery);
      });
  });

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address) resolve(address.port);
    });
  });

const stopped = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
