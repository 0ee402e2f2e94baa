import type { Delivering } from "@window/domain/act/deliver.ts";
import type { SendingNotices } from "@window/domain/act/send-notice.ts";
import type { Inspecting } from "@window/domain/act/inspect-upload.ts";
import type { Rebuilding } from "@window/domain/dispatch/rebuild.ts";
import type { Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import type { ActorId, CaseId, ReferralId, StreamId } from "@window/domain/id.ts";
import { HOUR, Instant, later, MINUTE } from "@window/domain/instant.ts";
import type { ReferralMessage } from "@window/domain/port/courier.ts";
import type { Message } from "@window/domain/port/notifier.ts";
import { openAgenda } from "./agenda.ts";
import type { Dice } from "./dice.ts";
import { noFaults, type Faults } from "./faults.ts";
import type { Clock, MemoryShelves } from "./memory/shelves.ts";
import type { Shop } from "./offer.ts";
import { quiet } from "./turns.ts";

export type Deps = Delivering & Sweeping & Rebuilding & Inspecting & SendingNotices;

/** One life of the window's process, from its start to its end or to where it is cut off. */
export interface Life {
  readonly deps: Deps;
  /** Calls that wait for their turn. */
  readonly waiting: number;
  next(): Promise<boolean>;
  end(): void;
  /** What a start does after any end: goes on with the machines and looks for what was missed. */
  recover(): void;
  /** Time has passed: machines look at what has become due. */
  tick(): void;
  /** A tick is under way, or will be tried again in a second. */
  readonly ticking: boolean;
  sweepFeed(): void;
  sweepTimers(): void;
  /** What operators do: bring back what was put aside, free what is stuck. */
  mend(): void;
}

/**
 * A history that takes more steps than this does not come to rest. The roughest worlds, where nearly every effect fails and
 * all of a commit are run again, take some 200,000.
 */
const MOST_STEPS = 300_000;
const DAY = 24 * HOUR;

/** Somebody's word that something has happened; from here on it has to be true. */
export interface Promised {
  readonly stream: StreamId;
  readonly actor: string;
  readonly key: string;
  readonly hash: string;
}

/** What outlives every process of a history: time, what is kept, who was told what. */
export class World {
  now: Instant;
  faults: Faults;
  /** What misbehaved before the world healed. */
  drawn = noFaults;
  life: Life;
  /** The end of the history: nothing goes wrong any more, and every department works. */
  healing = false;
  crashes = 0;
  steps = 0;
  readonly dice: Dice;
  readonly shop: Shop;
  readonly agenda = openAgenda();
  readonly shelves: MemoryShelves;
  /** What departments heard, also twice. */
  readonly heard: ReferralMessage[] = [];
  /** What gateway and mail server were given, also twice. */
  readonly told: Message[] = [];
  readonly promised: Promised[] = [];
  /** What departments were told about their final answers. */
  readonly answers: { readonly referral: ReferralId; readonly key: string; readonly kind: string }[] = [];
  /** Cases that staff were shown. */
  readonly opened: { readonly case: CaseId; readonly actor: ActorId }[] = [];
  /** What is not as it should be, noticed on the way. */
  readonly wrong: string[] = [];
  readonly trace: ((line: string) => void) | undefined;
  onHeard: (message: ReferralMessage) => void = () => undefined;
  /** Work that ends with the process, and what follows when it does. */
  readonly inHand = new Set<() => void>();
  /** No sweep is left out: a new window takes its first look, and marks move hour by hour. */
  readonly patient: boolean;
  readonly #openLife: (world: World) => Life;
  #sweepNoted = false;

  constructor(parts: {
    readonly dice: Dice;
    readonly now: Instant;
    readonly faults: Faults;
    readonly shop: Shop;
    readonly shelves: (clock: Clock) => MemoryShelves;
    readonly trace?: ((line: string) => void) | undefined;
    readonly openLife: (world: World) => Life;
  }) {
    this.dice = parts.dice;
    this.now = parts.now;
    this.faults = parts.faults;
    this.shop = parts.shop;
    this.trace = parts.trace;
    this.shelves = parts.shelves({ now: () => this.now });
    this.patient = parts.dice.chance(0.002);
    this.#openLife = parts.openLife;
    this.life = this.#openLife(this);
  }

  say(line: string): void {
    this.trace?.(`${new Date(this.now).toISOString()} ${line}`);
  }

  after(milliseconds: number, happen: () => void): void {
    this.agenda.note(later(this.now, milliseconds), happen);
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Work of the process as it is now. `ended` hears how it went; `died` is called when the process ended before. */
  start<Answer>(
    what: string,
    work: (life: Life) => Promise<Answer>,
    ended: { readonly done?: (answer: Answer) => void; readonly failed: () => void },
    died: () => void = ended.failed,
  ): void {
    this.say(`begin ${what}`);
    this.inHand.add(died);
    const own = (then: () => void) => () => {
      // Of a process that is gone nothing is heard any more.
      if (this.inHand.delete(died)) then();
    };
    work(this.life).then(
      (answer) => own(() => ended.done?.(answer))(),
      (fault: unknown) =>
        own(() => {
          this.say(`failed ${what}: ${String(fault)}`);
          ended.failed();
        })(),
    );
  }

  /** The sweep comes every five minutes; those that would find nothing are left out. */
  sweepSoon(): void {
    if (this.#sweepNoted) return;
    this.#sweepNoted = true;
    this.after(this.dice.below(5 * MINUTE), () => {
      this.#sweepNoted = false;
      this.life.sweepFeed();
    });
  }

  crash(): void {
    this.crashes += 1;
    this.say("CRASH");
    const died = [...this.inHand];
    this.inHand.clear();
    this.life.end();
    this.now = later(this.now, this.dice.below(10 * MINUTE));
    this.life = this.#openLife(this);
    this.life.recover();
    for (const tell of died) tell();
  }

  /** Lets everything happen that happens until `until`. */
  async run(until: Instant): Promise<void> {
    for (; this.steps < MOST_STEPS; this.steps += 1) {
      if (this.crashes < this.faults.crashes && this.dice.chance(this.faults.crash)) this.crash();
      if (this.life.waiting > 0 && this.dice.chance(0.7)) {
        await this.life.next();
        continue;
      }
      const happen = this.agenda.take(this.now);
      if (happen !== undefined) {
        happen();
        await quiet();
      } else if (this.life.waiting > 0) await this.life.next();
      else if (!this.#passTime(until)) return;
      // What a tick has begun must have asked for something before it may seem that nothing is left.
      else await quiet();
    }
    this.wrong.push("does not come to rest");
  }

  /** Nothing is left to do at this instant. False when there is nothing more until `until`. */
  #passTime(until: Instant): boolean {
    const wake = this.life.ticking ? undefined : this.shelves.journal.nextWake();
    const next = Math.min(this.agenda.next ?? Infinity, wake ?? Infinity);
    if (next > until) {
      this.now = Instant.parse(Math.max(this.now, until));
      return false;
    }
    // Never within a request: functions end after 15 minutes, so nothing is written with an instant of long ago.
    const idle = this.inHand.size === 0;
    const leap = idle && this.dice.chance(this.faults.leap) ? this.dice.below(20) * DAY : 0;
    this.now = Instant.parse(Math.max(this.now, next) + leap);
    if (leap > 0) this.say(`LEAP ${leap / DAY} days`);
    if ((wake ?? Infinity) <= this.now) this.life.tick();
    return true;
  }

  /** Everything works again, a new process starts, and operators do what the runbook tells them. */
  heal(): void {
    this.faults = noFaults;
    this.crash();
    this.life.mend();
  }
}
