import * as z from "zod";
import { Commit } from "../commit.ts";
import { StreamId } from "../id.ts";
import { FeedHour } from "../feed.ts";
import { Instant } from "../instant.ts";
import type { Digest } from "../port/digest.ts";
import type { EventStore } from "../port/event-store.ts";
import type { LegalClock } from "../port/legal-clock.ts";
import type { RootSigner } from "../port/root-signer.ts";
import { Proof, prove, type Proved, type Proving } from "./prove.ts";

/**
 * All that is needed to check one stream without asking anybody: its commits as they were hashed (instants in
 * milliseconds, personal values as ciphertext), where each stands under a root, and the signed roots.
 */
export const ChainFile = z.object({
  kind: z.literal("talent-window.chain.v1"),
  stream: StreamId,
  /** Legal instant at which this was handed out. */
  asOf: Instant,
  commits: z.array(Commit),
  /** By commit, in their order; null while no root covers it. */
  proofs: z.array(Proof.nullable()),
  roots: z.array(z.object({ hour: FeedHour, signed: z.string() })),
  /** The published keys of the roots as JWK, for whoever has not kept them. */
  keys: z.array(z.record(z.string(), z.unknown())),
});
export type ChainFile = z.infer<typeof ChainFile>;

export interface Chaining extends Proving {
  readonly store: Pick<EventStore, "load">;
  readonly rootSigner: Pick<RootSigner, "keys">;
  readonly clock: LegalClock;
  readonly digest: Digest;
}

/** Each root once, oldest first. */
const rootsOf = (proved: readonly (Proved | undefined)[]): ChainFile["roots"] => {
  const signed = new Map(proved.flatMap((found) => (found ? [[found.proof.hour, found.root.signed]] : [])));
  return [...signed]
    .map(([hour, text]) => ({ hour, signed: text }))
    .toSorted((one, other) => (one.hour < other.hour ? -1 : 1));
};

/** The chain of a stream, with its proofs. */
export const chainFileOf = async (deps: Chaining, stream: StreamId): Promise<ChainFile> => {
  const commits = await deps.store.load(stream);
  const proved: (Proved | undefined)[] = [];
  for (const commit of commits) proved.push(await prove(deps, commit));
  return {
    kind: "talent-window.chain.v1",
    stream,
    asOf: deps.clock.now(),
    commits: [...commits],
    proofs: proved.map((found) => found?.proof ?? null),
    roots: rootsOf(proved),
    keys: [...(await deps.rootSigner.keys())],
  };
};
