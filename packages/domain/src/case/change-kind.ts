import type { Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Case } from "./case.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent } from "./event.ts";
import { referralsOf } from "./round.ts";
import { termsOf } from "./terms.ts";

/**
 * A case goes another way of its item, with a recorded reason, to a way on which departments decide: a window or an
 * employer decides by a power that the rules found at submission, and nobody gives themselves one. Only while nobody has
 * answered or committed anything: what somebody decided on the old way would otherwise count on the new one. Its limits
 * are counted anew from acceptance, so a change gains nobody time; departments that were asked are asked no more.
 */
export const changeKind = (
  state: Case,
  { officer, way, reason, item, calendar }: Extract<CaseCommand, { type: "change-kind" }>,
): Decision<CaseEvent, CaseRefusal> => {
  if (officer.actor === state.owner) return refuse({ code: "own-case" });
  const next = item.ways.find(({ id }) => id === way);
  if (next === undefined) return refuse({ code: "no-such-way", ways: item.ways.map(({ id }) => id) });
  const begun =
    state.commitment !== undefined ||
    state.held !== undefined ||
    state.referrals.some(({ answer, superseded }) => answer !== undefined && !superseded);
  if (state.phase !== "running" || state.acceptedAt === undefined || begun)
    return refuse({ code: "kind-settled" });
  if (next.id === state.way) return { events: [] };
  if (next.decides !== "department") return refuse({ code: "no-power" });
  const isOpen = referralsOf(state, state.roundsClosed).length > 0;
  return {
    events: [
      {
        type: "case.kind-changed.v1",
        from: state.kind,
        kind: next.kind,
        way: next.id,
        decides: next.decides,
        reason,
        ...(isOpen ? { superseded: state.roundsClosed } : {}),
        ...termsOf(
          { item, calendar, from: state.acceptedAt },
          { way: next.id, ...(state.season === undefined ? {} : { season: state.season }) },
        ),
      },
    ],
  };
};
