import type { Context, Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Item } from "../item/item.ts";
import type { Case } from "./case.ts";
import { redCardsBy } from "./cards.ts";
import { conclude } from "./conclude.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent, Signer } from "./event.ts";
import { decidesFor } from "./officer.ts";
import { reasonFault } from "./reason-fault.ts";
import { isLate, term } from "./terms.ts";

type Answer = Decision<CaseEvent, CaseRefusal>;
type Command<Type> = Extract<CaseCommand, { type: Type }>;
type Decided = Extract<CaseEvent, { type: "case.decided.v1" }>;

/** Who has to sign: the applicant, and the employer where there is one; undefined where a commitment cannot be had. */
const signersOf = (state: Case, { commitment }: Item): readonly Signer[] | undefined => {
  if (commitment === undefined) return undefined;
  if (state.employer !== undefined) return ["applicant", "employer"];
  return commitment.withoutEmployer === "applicant-alone" ? ["applicant"] : undefined;
};

/**
 * Not verifiable is no reason to refuse: it is decided at once on commitments (当场先行办理). The promise of an answer ends
 * here; that it was broken by then is said first, whether or not its timer has come.
 */
const askCommitment = (state: Case, item: Item, { at }: Context): Answer => {
  const signers = signersOf(state, item);
  if (signers === undefined) return refuse({ code: "no-commitment" });
  return {
    events: [...redCardsBy(state, item, at), { type: "case.commitment-asked.v1", signers: [...signers] }],
  };
};

/**
 * The window, or the employer with the power, decides a delegated case (授权): what was verified is granted on the spot,
 * what is contradicted is refused with reasons, what cannot be verified is decided once commitments are signed. Nobody
 * decides their own case.
 */
export const assess = (state: Case, command: Command<"assess">, context: Context): Answer => {
  const { officer, item, finding } = command;
  if (!decidesFor(state, officer)) return refuse({ code: "no-such-case" });
  if (officer.actor === state.owner) return refuse({ code: "own-case" });
  if (state.phase !== "running" || state.commitment !== undefined || state.held !== undefined)
    return refuse({ code: "nothing-to-decide" });
  if (finding === "not-verifiable") return askCommitment(state, item, context);
  const refuses = finding === "contradicted";
  const fault = reasonFault(item, { refuses, reasons: command.reasons });
  if (fault !== undefined) return refuse(fault);
  const decided: Decided = {
    type: "case.decided.v1",
    decision: refuses ? "refused" : "granted",
    reasons: refuses ? [...command.reasons] : [],
    late: isLate(state, context.at),
    basis: finding,
  };
  return { events: conclude(state, item, decided, context.at) };
};

const capacities = (state: Case, { officer, item }: Command<"sign">): readonly Signer[] => {
  const owner = officer.actor === state.owner;
  const employer = officer.employer !== undefined && officer.employer === state.employer;
  if (owner && employer && item.commitment?.onePerson === "not-available") return ["applicant"];
  return [...(owner ? (["applicant"] as const) : []), ...(employer ? (["employer"] as const) : [])];
};

/** Signs in every capacity somebody has; with the last signature the case is decided, and a check of the promise is owed. */
export const sign = (state: Case, command: Command<"sign">, { at }: Context): Answer => {
  const able = capacities(state, command);
  if (able.length === 0) return refuse({ code: "no-such-case" });
  const { commitment } = state;
  if (commitment === undefined || command.item.commitment === undefined)
    return refuse({ code: "nothing-to-sign" });
  const signers = able.filter((signer) => commitment.open.includes(signer));
  if (signers.length === 0 || state.phase !== "running") return { events: [] };
  const signed: CaseEvent = { type: "case.commitment-signed.v1", signers };
  if (!commitment.open.every((signer) => signers.includes(signer))) return { events: [signed] };
  const decided: Decided = {
    type: "case.decided.v1",
    decision: "granted",
    reasons: [],
    late: isLate(state, at),
    basis: "committed",
    checkBy: term(command.calendar, at, command.item.commitment.check),
  };
  return { events: [signed, ...conclude(state, command.item, decided, at)] };
};
