import type { Commit } from "@window/domain/commit.ts";
import { openingDecider } from "@window/domain/opening/opening.ts";
import { openingsOf } from "@window/domain/opening/opening-rows.ts";
import { fold } from "@window/domain/perform.ts";
import type { World } from "../world.ts";

const openings = ({ shelves: { store } }: World) =>
  [...store.streams].flatMap(([stream, commits]: readonly [string, readonly Commit[]]) => {
    const state = stream.startsWith("opn_") ? fold(openingDecider, commits).state : undefined;
    return state === undefined ? [] : [{ stream, state, actor: commits[0]?.request.actor }];
  });

/** Whoever was shown a case is in the log, and in the list of whose case it is. */
export const openingLaw = (world: World): readonly string[] => {
  const wrong: string[] = [];
  const recorded = openings(world);
  const listed = world.shelves.views.all();
  for (const { case: subject, actor } of world.opened)
    if (!recorded.some((one) => one.state.case === subject && one.actor === actor))
      wrong.push(`${actor} was shown ${subject} and nobody knows`);
  for (const { stream, state } of recorded) {
    const row = listed.find(({ aggregate }) => aggregate === stream);
    if (row?.partition !== openingsOf(state.owner, state.case)) wrong.push(`${stream} is not shown`);
  }
  return wrong;
};
