import { findCase, type FindingCase } from "@window/domain/act/find-case.ts";
import { claim } from "@window/domain/claim/claim.ts";
import { claimOfNumber, typedNumber } from "@window/domain/claim/case-number.ts";
import type { Case } from "@window/domain/case/case.ts";
import { normalise } from "@window/domain/identifier/normalise.ts";
import { CaseId } from "@window/domain/id.ts";
import { current } from "@window/domain/perform.ts";
import type { KeyedDigest } from "@window/domain/port/digest.ts";
import type { Ids } from "@window/domain/port/ids.ts";

export interface FindingProgress extends FindingCase {
  readonly ids: Ids;
  readonly keyed: KeyedDigest;
}

/** Stands in for the case of an unknown number and of a wrong code, so that both take the same way. */
const NOBODYS = CaseId.parse("case_00000000000000000000000000");

/**
 * The case of a number, for whoever has its query code too. An unknown number and a wrong code are one answer. Codes
 * are compared as keyed hashes, so the time it takes tells nothing about where they differ.
 */
export const findProgress = async (
  deps: FindingProgress,
  number: string,
  queryCode: string,
): Promise<Case | undefined> => {
  const { store, ids, keyed } = deps;
  const typed = typedNumber(number);
  const taken = typed === undefined ? undefined : (await current(store, claim, claimOfNumber(typed))).state;
  const right = keyed(normalise(queryCode)) === keyed(ids.queryCode(taken?.by ?? NOBODYS));
  const found = await findCase(deps, (right ? taken?.by : undefined) ?? NOBODYS);
  return found?.number === typed ? found : undefined;
};
