import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openDurableQueue, type DurableQueue, type QueueParts } from "@window/local/durable-queue.ts";
import { openObjects, type LocalObjects } from "@window/local/objects.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { standingClock } from "./runner/workshop.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const MINUTE = 60_000;

interface Bench {
  readonly queue: DurableQueue;
  readonly clock: ReturnType<typeof standingClock>;
  readonly handed: string[];
  /** Ends the process and opens the folder again; what was in hand is lost. */
  restart(hand?: QueueParts["hand"]): Bench;
  close(): void;
}

const openBench = (
  path: string,
  hand?: QueueParts["hand"],
  clock = standingClock(),
  isWaitedOut: (error: unknown) => boolean = () => false,
): Bench => {
  const folder = openDataFolder(path);
  const handed: string[] = [];
  const note = async (content: string): Promise<void> => {
    handed.push(content);
    await hand?.(content);
  };
  const queue = openDurableQueue(folder, {
    name: "letters",
    clock,
    hand: note,
    report: () => undefined,
    isWaitedOut,
  });
  return {
    queue,
    clock,
    handed,
    restart(next) {
      folder.close();
      return openBench(path, next, clock);
    },
    close: () => folder.close(),
  };
};

const pass = async ({ queue, clock }: Bench, milliseconds: number): Promise<void> => {
  clock.forward(milliseconds);
  queue.tick();
  await queue.settled();
};

test("what was in hand when the process ended is handed over again", async (context) => {
  const never = (): Promise<void> => Promise.withResolvers<undefined>().promise;
  const first = openBench(temporaryFolder(context), never);
  await first.queue.send("lane", "one", 0);
  await first.queue.send("lane", "two", MINUTE);
  assert.deepEqual(first.handed, ["one"]);
  const second = first.restart();
  await pass(second, 0);
  assert.deepEqual(second.handed, ["one"]);
  await pass(second, MINUTE);
  const third = second.restart();
  await pass(third, 10 * MINUTE);
  assert.deepEqual([second.handed, third.handed], [["one", "two"], []]);
  third.close();
});

test("what failed is counted over restarts, parked after the fifth time, and comes back when it is redriven", async (context) => {
  const refuse = async (): Promise<void> => {
    throw new Error("no");
  };
  let bench = openBench(temporaryFolder(context), refuse);
  await bench.queue.send("lane", "one", 0);
  await bench.queue.settled();
  for (let failures = 1; failures < 5; failures += 1) {
    assert.deepEqual(bench.queue.parked(), []);
    bench = bench.restart(refuse);
    await pass(bench, MINUTE);
  }
  const [parked] = bench.queue.parked();
  assert.deepEqual([parked?.content, parked?.failures], ["one", 5]);
  bench = bench.restart();
  await pass(bench, 60 * MINUTE);
  assert.deepEqual(bench.handed, []);
  assert.equal(await bench.queue.redrive(parked?.id ?? 0), true);
  assert.equal(await bench.queue.redrive(parked?.id ?? 0), false);
  await bench.queue.settled();
  assert.deepEqual([bench.handed, bench.queue.parked()], [["one"], []]);
  bench.close();
});

test("more messages than are taken in hand at once are all handed over, each once", async (context) => {
  const bench = openBench(temporaryFolder(context));
  const wanted = Array.from({ length: 200 }, (_, index) => `letter ${index}`);
  await Promise.all(wanted.map((content) => bench.queue.send("lane", content, 1000)));
  await pass(bench, 1000);
  assert.deepEqual(bench.handed, wanted);
  bench.close();
});

test("the queue wakes itself at the next instant, and not before", async (context) => {
  const bench = openBench(temporaryFolder(context));
  const alarms: { readonly milliseconds: number; readonly ring: () => void }[] = [];
  bench.queue.run((milliseconds, ring) => {
    alarms.push({ milliseconds, ring });
    return () => undefined;
  });
  await bench.queue.send("lane", "later", 5000);
  assert.deepEqual(
    alarms.map(({ milliseconds }) => milliseconds),
    [5000],
  );
  assert.deepEqual(bench.handed, []);
  bench.clock.forward(5000);
  alarms[0]?.ring();
  await bench.queue.settled();
  assert.deepEqual(bench.handed, ["later"]);
  await bench.queue.stop();
  bench.close();
});

/** A folder whose database reads nothing while `state.isBroken`, as a disk does that is failing. */
const openFailing = (path: string) => {
  const folder = openDataFolder(path);
  const state = { isBroken: false };
  const reading = (statement: object): object =>
    new Proxy(statement, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        return (...asked: unknown[]): unknown => {
          if (state.isBroken && (name === "all" || name === "get")) throw new Error("disk I/O error");
          return typeof member === "function" ? Reflect.apply(member, target, asked) : member;
        };
      },
    });
  const database = new Proxy(folder.database, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return (...asked: unknown[]): unknown => {
        const made: unknown = Reflect.apply(member, target, asked);
        return name === "prepare" && typeof made === "object" && made !== null ? reading(made) : made;
      };
    },
  });
  return { folder: { ...folder, database }, state };
};

test("a queue whose table cannot be read says so, looks again in a second, and hands everything over", async (context) => {
  const { folder, state } = openFailing(temporaryFolder(context));
  const clock = standingClock();
  const handed: string[] = [];
  const troubles: string[] = [];
  const alarms: (() => void)[] = [];
  const unhandled: unknown[] = [];
  const note = (fault: unknown): number => unhandled.push(fault);
  process.on("unhandledRejection", note);
  const queue = openDurableQueue(folder, {
    name: "letters",
    clock,
    hand: async (content) => {
      handed.push(content);
      // The disk fails while the last of a handful is in hand, so the look for more fails.
      state.isBroken = handed.length === 16;
    },
    report: ({ error }) => troubles.push(String(error)),
  });
  queue.run((_, ring) => {
    alarms.push(ring);
    return () => undefined;
  });
  const ring = (): void => {
    clock.forward(1000);
    alarms.shift()?.();
  };
  await Promise.all(Array.from({ length: 20 }, (_, index) => queue.send("lane", `letter ${index}`, 500)));
  ring();
  await queue.settled();
  assert.equal(handed.length, 16);
  ring();
  state.isBroken = false;
  ring();
  await queue.settled();
  assert.equal(handed.length, 20);
  assert.ok(troubles.length >= 2 && troubles.every((trouble) => trouble === "Error: disk I/O error"));
  state.isBroken = true;
  await queue.send("lane", "sent while nothing can be read", 0);
  state.isBroken = false;
  ring();
  await queue.settled();
  assert.equal(handed.length, 21);
  assert.deepEqual(unhandled, []);
  process.off("unhandledRejection", note);
  await queue.stop();
  folder.close();
});

test("a stopped queue hands nothing over, and loses nothing", async (context) => {
  const bench = openBench(temporaryFolder(context));
  await bench.queue.stop();
  await bench.queue.send("lane", "one", 0);
  assert.deepEqual(bench.handed, []);
  const again = bench.restart();
  await pass(again, 0);
  assert.deepEqual(again.handed, ["one"]);
  again.close();
});

test("an uploaded version that nobody has inspected yet is told of again at the next start", async (context) => {
  const path = temporaryFolder(context);
  const clock = standingClock();
  const live = async (inspect: () => Promise<void>, work: (objects: LocalObjects) => Promise<void>) => {
    const folder = openDataFolder(path);
    const told: string[] = [];
    const objects = openObjects(folder, {
      clocks: { legal: clock, wire: clock },
      url: "http://localhost/uploads",
      onUploaded: async (_, version) => {
        told.push(version);
        await inspect();
      },
      report: () => undefined,
    });
    await work(objects);
    folder.close();
    return told;
  };
  const key = { application: ApplicationId.parse("app_one"), document: DocumentId.parse("doc_one") };
  const never = (): Promise<void> => Promise.withResolvers<undefined>().promise;
  const first = await live(never, async (objects) => {
    const { fields } = await objects.presign(key, { type: "a/b", maxBytes: 10, seconds: 60 });
    assert.ok((await objects.acceptUpload(fields, Buffer.from("x"))).ok);
  });
  const atStart = async ({ uploads }: LocalObjects): Promise<void> => {
    uploads.tick();
    await uploads.settled();
  };
  const second = await live(async () => undefined, atStart);
  const third = await live(async () => undefined, atStart);
  assert.equal(first.length, 1);
  assert.deepEqual([second, third], [first, []]);
});

test("what only has to be waited out is looked at every minute, for days, and never parked", async (context) => {
  let isThere = false;
  const hand = async (): Promise<void> => {
    if (!isThere) throw new Error("nobody there");
  };
  const bench = openBench(temporaryFolder(context), hand, standingClock(), () => true);
  await bench.queue.send("lane", "one", 0);
  for (let minute = 0; minute < 50; minute += 1) await pass(bench, MINUTE);
  await pass(bench, 3 * 24 * 60 * MINUTE);
  assert.equal(bench.queue.parked().length, 0);
  const tries = bench.handed.length;
  assert.ok(tries >= 50, `${tries} tries`);
  isThere = true;
  await pass(bench, MINUTE);
  await pass(bench, MINUTE);
  assert.equal(bench.handed.length, tries + 1);
  bench.close();
});
