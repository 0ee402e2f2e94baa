import { NEAR } from "@window/domain/act/arm.ts";
import { deliver } from "@window/domain/act/deliver.ts";
import type { Delivery } from "@window/domain/delivery/delivery.ts";
import { sendNotice } from "@window/domain/act/send-notice.ts";
import { dispatch, isDispatched } from "@window/domain/dispatch/dispatch.ts";
import { markOf } from "@window/domain/dispatch/sweep-feed.ts";
import { shardOf } from "@window/domain/feed.ts";
import type { StreamId } from "@window/domain/id.ts";
import { HOUR, Instant, later, MINUTE } from "@window/domain/instant.ts";
import type { Errand } from "@window/domain/notice/errand.ts";
import type { Posted, ReferralMessage } from "@window/domain/port/courier.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import type { Timers } from "@window/domain/port/timers.ts";
import type { World } from "./world.ts";

/** The change stream tells of most commits, of some twice, of some late, and of none of those it loses. */
export const told = (world: World, store: EventStore): EventStore => ({
  load: (stream) => store.load(stream),
  feed: (bucket, after) => store.feed(bucket, after),
  async append(commit) {
    const outcome = await store.append(commit);
    if (outcome === "appended") record(world, commit.stream);
    return outcome;
  },
});

const record = (world: World, stream: StreamId): void => {
  const { dice, faults } = world;
  if (dice.chance(faults.dropped)) {
    world.sweepSoon();
    return;
  }
  const bring = (): void =>
    world.start(`dispatch ${stream}`, ({ deps }) => dispatch(deps, stream), {
      failed: () => world.sweepSoon(),
    });
  for (let copy = dice.chance(faults.doubled) ? 2 : 1; copy > 0; copy -= 1)
    world.after(dice.chance(faults.delayed) ? dice.below(HOUR) : dice.below(3000), bring);
};

/** The due index is swept every hour; noted are the sweep that finds a row first, and those after its instant. */
export const swept = (world: World, timers: Timers): Timers => ({
  remove: (timer) => timers.remove(timer),
  between: (from, until, after) => timers.between(from, until, after),
  async set(timer) {
    await timers.set(timer);
    const hour = (): number => world.dice.below(HOUR);
    const sweep = (): void => {
      // Whatever is wrong with a row, it is swept again as long as it is there.
      if (!world.shelves.timers.has(timer)) return;
      world.life.sweepTimers();
      if (timer.at < world.now) world.after(HOUR, sweep);
      else world.agenda.note(later(timer.at, 10 * MINUTE + hour()), sweep);
    };
    world.agenda.note(Instant.parse(Math.max(world.now, timer.at - NEAR) + hour()), sweep);
  },
});

/** The queue: at least once, again after a failure, put aside after the fifth. */
const WAITS = [5_000, 10_000, 30_000, 60_000];

export const send = (
  world: World,
  message: Delivery | Errand,
  afterMilliseconds: number,
  failures = 0,
): void => {
  const failed = (): void => {
    const wait = WAITS[failures];
    if (wait === undefined) world.shelves.parked.push(message);
    else send(world, message, wait, failures + 1);
  };
  const hand = (): void =>
    world.start<unknown>(
      `send ${"notice" in message ? message.notice : message.referral} ${message.attempt}`,
      ({ deps }) => ("notice" in message ? sendNotice(deps, message) : deliver(deps, message)),
      { failed },
      () => send(world, message, 30_000, failures),
    );
  world.after(afterMilliseconds, hand);
  if (world.dice.chance(world.faults.doubled)) world.after(afterMilliseconds, hand);
};

export const post = async (world: World, message: ReferralMessage): Promise<Posted> => {
  const { dice, faults } = world;
  if (dice.chance(faults.unreachable)) {
    const heard = dice.chance(0.3);
    if (heard) hear(world, message);
    return dice.pick([
      { kind: "answered", status: 503, latencyMs: 1 },
      { kind: "failed", cause: "timeout", latencyMs: 15_000 },
    ]);
  }
  hear(world, message);
  return { kind: "answered", status: 200, latencyMs: 1 };
};

const hear = (world: World, message: ReferralMessage): void => {
  world.heard.push(message);
  world.onHeard(message);
};

/** The instant before which every commit has been dispatched in the shard of the feed whose mark has this name. */
const quietUntil = ({ now, shelves: { store, views } }: World, name: string): Instant => {
  const seen = new Map(views.all().map((row) => [row.view === "card" ? row.aggregate : "", row.seq]));
  let quiet = now;
  for (const [stream, commits] of store.streams) {
    const waiting = commits[seen.get(stream) ?? 0];
    if (waiting === undefined || !isDispatched(stream) || markOf(shardOf(stream)) !== name) continue;
    if (waiting.at < quiet) quiet = waiting.at;
  }
  return quiet;
};

/** The mark stands where all the sweeps that found nothing, and were left out, would have put it, also before the first. */
export const swiftMarks = (world: World, marks: Marks): Marks => ({
  put: (name, until) => marks.put(name, until),
  async get(name) {
    const mark = (await marks.get(name)) ?? 0;
    return Instant.parse(Math.max(mark, quietUntil(world, name) - HOUR));
  },
});
