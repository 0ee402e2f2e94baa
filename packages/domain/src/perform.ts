import type { Commit, Request } from "./commit.ts";
import { chain } from "./commit.ts";
import type { Decider, Folded } from "./decider.ts";
import type { StreamId } from "./id.ts";
import { Instant } from "./instant.ts";
import type { Digest } from "./port/digest.ts";
import type { EventStore } from "./port/event-store.ts";
import type { LegalClock } from "./port/legal-clock.ts";

/** What deciding needs of the world. */
export interface Ledger {
  readonly store: EventStore;
  readonly clock: LegalClock;
  readonly digest: Digest;
}

export type Performed<State, Refusal> =
  | (Folded<State> & {
      readonly kind: "done";
      /** Absent when there was nothing left to do. */
      readonly commit?: Commit;
    })
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** The key was used before, with another body. */
  | { readonly kind: "key-reused" };

/** Thrown when a stream stays contended over many tries; the caller may come again. */
export class Contended extends Error {
  override readonly name = "Contended";
  constructor(stream: StreamId) {
    super(`gave up appending to ${stream}: others kept winning`);
  }
}

/** Every loser of a race decides again on what the winner left, so a hot stream costs at most this many rounds. */
const MOST_TRIES = 20;

type Anything<State, Command, Event, Refusal> = Decider<State, Command, Event, Refusal>;

/** For a command that depends on nothing. */
export const always =
  <Command>(command: Command): Prepare<unknown, Command, never> =>
  () =>
    Promise.resolve({ command });

const onto = <State, Command, Event, Refusal>(
  { evolve, read }: Anything<State, Command, Event, Refusal>,
  before: State,
  { seq, at, events }: Commit,
): Folded<State> => {
  let state = before;
  for (const event of events) state = evolve(state, read(event), { at, seq });
  return { state, seq };
};

/** Folds commits, at most up to the sequence number `until`. Lists of commits are values: nobody adds to one. */
export const fold = <State, Command, Event, Refusal>(
  decider: Anything<State, Command, Event, Refusal>,
  commits: readonly Commit[],
  until = Number.POSITIVE_INFINITY,
): Folded<State> => {
  const known = decider.folded.get(commits);
  if (known !== undefined && known.seq <= until) return known;
  let folded: Folded<State> = { state: decider.initial, seq: 0 };
  for (const commit of commits) {
    if (commit.seq > until) return folded;
    folded = onto(decider, folded.state, commit);
  }
  decider.folded.set(commits, folded);
  return folded;
};

/** Loads and folds a stream as it is now. */
export const current = async <State, Command, Event, Refusal>(
  store: Pick<EventStore, "load">,
  decider: Anything<State, Command, Event, Refusal>,
  stream: StreamId,
): Promise<Folded<State>> => fold(decider, await store.load(stream));

/** A key belongs to whoever used it: two people who happen to choose the same one do not meet. */
const isSame = (one: Request, other: Request): boolean => one.key === other.key && one.actor === other.actor;

/** A command that has to be made from the state it is decided on: what is opened, checked or sealed stays true of it. */
export type Prepare<State, Command, Refusal> = (
  before: Folded<State>,
) => Promise<{ readonly command: Command } | { readonly refusal: Refusal }>;

/** Load, decide, append. The answer is computed from the commit, so a repeated request gets the first answer again. */
export const perform = async <State, Command, Event extends { type: string }, Refusal, Unprepared = never>(
  { store, clock, digest }: Ledger,
  decider: Anything<State, Command, Event, Refusal>,
  stream: StreamId,
  prepare: Prepare<State, Command, Unprepared>,
  request: Request,
): Promise<Performed<State, Refusal | Unprepared>> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const commits = await store.load(stream);
    const earlier = commits.find((commit) => isSame(commit.request, request));
    if (earlier !== undefined) {
      if (earlier.request.body !== request.body) return { kind: "key-reused" };
      return { kind: "done", ...fold(decider, commits, earlier.seq), commit: earlier };
    }
    const before = fold(decider, commits);
    const at = Instant.parse(Math.max(clock.now(), commits.at(-1)?.at ?? 0));
    const prepared = await prepare(before);
    if ("refusal" in prepared) return { kind: "refused", refusal: prepared.refusal };
    const decision = decider.decide(before.state, prepared.command, { at, seq: before.seq });
    if ("refusal" in decision) return { kind: "refused", refusal: decision.refusal };
    if (decision.events.length === 0) return { kind: "done", ...before };
    const commit = chain(digest, commits.at(-1), { stream, at, request, events: [...decision.events] });
    if ((await store.append(commit)) === "appended")
      return { kind: "done", ...onto(decider, before.state, commit), commit };
  }
  throw new Contended(stream);
};
