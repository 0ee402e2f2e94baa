import { chain, type Commit } from "@window/domain/commit.ts";
import type { StreamId } from "@window/domain/id.ts";
import { ActorId } from "@window/domain/id.ts";
import { later, type Instant } from "@window/domain/instant.ts";
import { digest } from "@window/node/digest.ts";

const actor = ActorId.parse("usr_writer");

/** A commit that follows `before`, one second after it; `key` tells writers apart. */
export const nextCommit = (
  stream: StreamId,
  before: Commit | undefined,
  { key = "key", at }: { readonly key?: string; readonly at: Instant },
): Commit => {
  const request = { actor, key, body: digest({ key }) };
  const seq = (before?.seq ?? 0) + 1;
  return chain(digest, before, { stream, at, request, events: [{ type: "test.happened.v1", seq }] });
};

/** The first `count` commits of a stream, a second apart from `at` on. */
export const commitsOf = (stream: StreamId, count: number, at: Instant): readonly Commit[] => {
  const commits: Commit[] = [];
  for (let index = 0; index < count; index += 1)
    commits.push(nextCommit(stream, commits.at(-1), { key: `key-${index}`, at: later(at, index * 1000) }));
  return commits;
};
