import { firstBreak } from "@window/domain/commit.ts";
import type { World } from "../world.ts";

/** Chains are whole, instants never go back, no request was carried out twice, and nothing that was promised is missing. */
export const logLaw = (world: World): readonly string[] => {
  const wrong: string[] = [];
  const { digest } = world.life.deps;
  for (const [stream, commits] of world.shelves.store.streams) {
    const broken = firstBreak(digest, commits);
    if (broken !== undefined) wrong.push(`the chain of ${stream} breaks at ${broken}`);
    const keys = new Set(commits.map(({ request }) => `${request.actor} ${request.key}`));
    if (keys.size !== commits.length) wrong.push(`${stream} did one request twice`);
    let before = 0;
    for (const { at, seq } of commits) {
      if (at < before || at > world.now) wrong.push(`${stream} ${seq} is out of time`);
      before = at;
    }
  }
  for (const { stream, actor, key, hash } of world.promised) {
    const kept = world.shelves.store.streams.get(stream)?.find((commit) => commit.hash === hash);
    if (kept?.request.key !== key) wrong.push(`${stream} lost what ${actor} was promised for ${key}`);
  }
  return wrong;
};
