import { explainDelay } from "@window/domain/act/explain-delay.ts";
import { dayOf } from "@window/domain/day.ts";
import { ActorId } from "@window/domain/id.ts";
import { DAY, later } from "@window/domain/instant.ts";
import { ask } from "./ask.ts";
import { ledgersOf } from "./ledgers.ts";
import type { World } from "./world.ts";

/** The competent window goes through the cases it owes the public a reason for. */
export const explainAll = async (world: World): Promise<void> => {
  for (const { state } of ledgersOf(world).cases) {
    if (state.phase !== "running" || state.duty?.open !== true) continue;
    const officer = { actor: ActorId.parse("usr_clerk"), window: state.competent };
    const explanation = {
      reason: "volume",
      responsible: state.competent,
      expected: dayOf(later(world.now, (3 + world.dice.below(10)) * DAY)),
    } as const;
    const key = `explain.${state.case}.${String(state.duty.times)}`;
    await ask(world, { actor: officer.actor, key }, (deps, request) =>
      explainDelay(deps, state.case, officer, explanation, request),
    );
  }
};

/** Comes to it now and then, until the world is to come to rest: a case nobody answers owes a new reason for ever. */
export const explainer = async (world: World): Promise<void> => {
  while (!world.healing) {
    await world.pause(DAY + world.dice.below(3 * DAY));
    await explainAll(world);
  }
};
