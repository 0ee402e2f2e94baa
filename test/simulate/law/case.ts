import { caseDecider } from "@window/domain/case/decide.ts";
import { wayOf } from "@window/domain/item/way-of.ts";
import { nextRound, referralsOf } from "@window/domain/case/round.ts";
import type { Ledgers } from "../ledgers.ts";
import type { World } from "../world.ts";

/** At most one of a kind per case, round or referral: whoever comes second to it is not in the log. */
const once = (events: readonly string[], subject: string): readonly string[] => {
  const seen = new Set<string>();
  return events
    .filter((name) => seen.size === seen.add(name).size)
    .map((name) => `${subject} has ${name} twice`);
};

/** One decision, one answer per referral, one closing per round; a decision is what its answers say; nothing stands still. */
export const caseLaw = (world: World, { cases }: Ledgers): readonly string[] => {
  const wrong: string[] = [];
  for (const { state, commits } of cases) {
    const events = commits.flatMap((commit) => commit.events.map((event) => caseDecider.read(event)));
    const named = events.flatMap((event) => {
      if (event.type === "case.decided.v1" || event.type === "case.withdrawn.v1") return ["end"];
      if (event.type === "case.answered.v1") return [`${event.type} ${event.referral}`];
      if (event.type === "case.round-opened.v1" || event.type === "case.round-closed.v1")
        return [`${event.type} ${event.round}`];
      return event.type === "case.warned.v1" || event.type === "case.overdue.v1" ? [event.type] : [];
    });
    wrong.push(...once(named, state.case));
    const item = world.shop.offer.item(state.item);
    if (item === undefined) throw new Error(`${state.item} is not on offer`);
    const counted = state.referrals.filter(
      ({ answer }) => answer !== undefined && answer.standing !== "after-close",
    );
    const refused = counted.some(({ answer }) => answer?.outcome === "refuse");
    if (state.decision !== undefined && (state.decision.decision === "refused") !== refused)
      wrong.push(`${state.case} is ${state.decision.decision} against its answers`);
    if (state.decision?.decision === "granted" && counted.length !== wayOf(item, state).rounds.flat().length)
      wrong.push(`${state.case} was granted with ${counted.length} answers`);
    if (state.phase === "received") wrong.push(`${state.case} was never accepted`);
    if (state.stuck !== undefined) wrong.push(`${state.case} is stuck`);
    const open = nextRound(state, item);
    if (open !== undefined && referralsOf(state, open).length === 0)
      wrong.push(`round ${open} of ${state.case} was never opened`);
  }
  return wrong;
};
