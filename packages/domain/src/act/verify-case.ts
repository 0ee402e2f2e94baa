import { application } from "../application/decide.ts";
import { open, placeOf } from "../application/kept-answers.ts";
import type { Case } from "../case/case.ts";
import { caseDecider } from "../case/decide.ts";
import type { Inquiry } from "../delivery/inquiry.ts";
import type { Verification } from "../item/verification.ts";
import type { Ledger } from "../perform.ts";
import { always, current, perform } from "../perform.ts";
import type { Catalogue } from "../port/catalogue.ts";
import type { Deliveries } from "../port/deliveries.ts";
import type { KeyedDigest } from "../port/digest.ts";
import type { Registers } from "../port/registers.ts";
import type { Vault } from "../port/vault.ts";
import { pinned } from "./own.ts";
import { follows } from "./system.ts";

export interface Verifying extends Ledger {
  readonly catalogue: Catalogue;
  readonly keyed: KeyedDigest;
  readonly vault: Vault;
  readonly registers: Registers;
}

type Facts = Readonly<Record<string, string | number>>;

/** Sends a question for each register that the case's item names and that is connected. */
export const beginVerification = async (
  deps: Pick<Verifying, "catalogue"> & {
    readonly deliveries: Deliveries;
    readonly registers: Pick<Registers, "connected">;
  },
  now: Case,
): Promise<void> => {
  const { verifications = [] } = await pinned(deps.catalogue, now);
  for (const [verification, { register }] of verifications.entries()) {
    if (!(await deps.registers.connected(register))) continue;
    await deps.deliveries.inquire({ case: now.case, verification, register, attempt: 1 }, 0);
  }
};

/** Undefined when what the register is asked by was not asked of the applicant. */
const factsOf = (answers: Readonly<Record<string, unknown>>, { fields }: Verification): Facts | undefined => {
  const facts: Record<string, string | number> = {};
  for (const [index, { field, as }] of fields.entries()) {
    const value = answers[field];
    if (typeof value === "string" || typeof value === "number") facts[as] = value;
    else if (index === 0) return undefined;
  }
  return facts;
};

const answersOf = async ({ store, vault }: Verifying, now: Case) => {
  const { state } = await current(store, application, now.application);
  if (state === undefined || state.erased) return "erased" as const;
  return open(vault, placeOf(now.application), state.answers);
};

/**
 * Asks a register once and commits what it said; only the committed word is ever shown. Asking twice is harmless: a
 * register is only read. What was asked is kept as a keyed digest, so that it can be proved and not be read.
 */
export const verifyCase = async (deps: Verifying, inquiry: Inquiry): Promise<"asked" | "not-needed"> => {
  const { state } = await current(deps.store, caseDecider, inquiry.case);
  if (state === undefined || state.phase === "decided" || state.phase === "withdrawn") return "not-needed";
  const { verification, register, attempt } = inquiry;
  const known = state.verifications.find((each) => each.verification === verification);
  if (known !== undefined && (known.outcome !== "down" || known.attempts >= attempt)) return "not-needed";
  const item = await pinned(deps.catalogue, state);
  const asking = item.verifications?.[verification];
  const answers = await answersOf(deps, state);
  if (asking === undefined || answers === "erased") return "not-needed";
  const facts = factsOf(answers, asking);
  if (facts === undefined) return "not-needed";
  const verdict = await deps.registers.ask({ case: state.case, register, facts });
  const asked = deps.keyed({ register, facts });
  const command = { type: "record-verdict", verification, register, attempt, verdict, asked } as const;
  const request = follows(deps.keyed, `verdict.${String(verification)}.${String(attempt)}`);
  await perform(deps, caseDecider, state.case, always(command), request);
  return "asked";
};
