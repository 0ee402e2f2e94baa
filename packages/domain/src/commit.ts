import * as z from "zod";
import { code, Hash } from "./declared.ts";
import { ActorId, StreamId } from "./id.ts";
import { Instant } from "./instant.ts";

/**
 * What asked for a commit. The key makes a repeated request meet itself; the body's hash tells a repeat from a reuse.
 * That hash is a keyed one, because a plain hash of a form could be guessed back to the person.
 */
export const Request = z.object({ actor: ActorId, key: code(), body: Hash });
export type Request = z.infer<typeof Request>;

/**
 * One decision, one write: the events of it with who asked, when, and the hash of the commit before.
 * `hash` covers the canonical bytes (RFC 8785) of everything else, so the chain can be checked by whoever holds it,
 * also after the keys of its personal values are gone.
 */
export const Commit = z.object({
  stream: StreamId,
  seq: z.int().positive(),
  /** Legal instant, never before the commit before it. */
  at: Instant,
  request: Request,
  events: z.array(z.looseObject({ type: code() })).min(1),
  previous: Hash,
  hash: Hash,
});
export type Commit = z.infer<typeof Commit>;

/** What the first commit of every stream names as its predecessor. */
export const GENESIS: Hash = Hash.parse("0".repeat(64));

type Digest = (value: unknown) => Hash;

/** Completes a commit with its place in the chain. */
export const chain = (
  digest: Digest,
  before: Commit | undefined,
  draft: Omit<Commit, "seq" | "previous" | "hash">,
): Commit => {
  const body = { ...draft, seq: (before?.seq ?? 0) + 1, previous: before?.hash ?? GENESIS };
  return { ...body, hash: digest(body) };
};

/** The sequence number of the first commit that breaks the chain, or undefined when it is whole. */
export const firstBreak = (digest: Digest, commits: readonly Commit[]): number | undefined => {
  let previous = GENESIS;
  for (const [index, commit] of commits.entries()) {
    const { hash, ...body } = commit;
    if (commit.seq !== index + 1 || commit.previous !== previous || digest(body) !== hash) return index + 1;
    previous = hash;
  }
  return undefined;
};
