import { application } from "../application/decide.ts";
import { open, placeOf } from "../application/kept-answers.ts";
import type { Case } from "../case/case.ts";
import { caseDecider } from "../case/decide.ts";
import { claimOfNumber, typedNumber } from "../claim/case-number.ts";
import { claim } from "../claim/claim.ts";
import type { CaseId } from "../id.ts";
import type { Item } from "../item/item.ts";
import { current } from "../perform.ts";
import type { EventStore } from "../port/event-store.ts";
import type { Vault } from "../port/vault.ts";

interface Looking {
  readonly store: EventStore;
  readonly vault: Vault;
}

type Opened = Readonly<Record<string, unknown>>;

/** What was applied for with a result that stands; undefined where it was revoked or erased. */
const answersBehind = async ({ store, vault }: Looking, before: Case): Promise<Opened | undefined> => {
  const { state: from } = await current(store, application, before.application);
  if (from?.result === undefined || from.result.revoked !== undefined || from.erased) return undefined;
  const there = await open(vault, placeOf(from.application), from.answers);
  return there === "erased" ? undefined : there;
};

/**
 * The granted case that has to come first (前置办件), by the number that was typed. Undefined when there is none of that
 * item, when it was not granted or was taken back, or when it is not about the same person: one answer for all, so that
 * nobody learns of another's case by asking.
 */
export const precedentOf = async (
  { store, vault }: Looking,
  precedent: NonNullable<Item["precedent"]>,
  answers: Opened,
): Promise<CaseId | undefined> => {
  const number = typedNumber(String(answers[precedent.number]));
  const taken = number && (await current(store, claim, claimOfNumber(number))).state;
  const before = taken && (await current(store, caseDecider, taken.by)).state;
  if (before?.item !== precedent.item || before.decision?.decision !== "granted") return undefined;
  const there = await answersBehind({ store, vault }, before);
  const agrees = precedent.same.every(
    (pair) => answers[pair.here] !== undefined && there?.[pair.there] === answers[pair.here],
  );
  return there !== undefined && agrees ? before.case : undefined;
};
