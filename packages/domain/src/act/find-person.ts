import { application } from "../application/decide.ts";
import type { Application } from "../application/application.ts";
import { KeptAnswers } from "../application/event.ts";
import { open, placeOf } from "../application/kept-answers.ts";
import type { Case } from "../case/case.ts";
import { isAtWindow } from "../case/officer.ts";
import type { Request } from "../commit.ts";
import { peopleBy, underKey } from "../dispatch/person-rows.ts";
import { ApplicationId, LookUpId } from "../id.ts";
import { identityFieldsOf, type IdentityKind, identityNumber } from "../identifier/identity.ts";
import type { IdentifierFault } from "../identifier/identifier.ts";
import { lookUp } from "../look-up/look-up.ts";
import { always, current, type Ledger, perform } from "../perform.ts";
import type { WindowId } from "../place/window.ts";
import type { KeyedDigest } from "../port/digest.ts";
import type { PersonKeys } from "../port/person-keys.ts";
import type { Vault } from "../port/vault.ts";
import type { Views } from "../port/views.ts";
import type { ViewRow } from "../view.ts";
import { findCase, type FindingCase } from "./find-case.ts";
import { pinned } from "./own.ts";

export interface FindingPerson extends Ledger, FindingCase {
  readonly vault: Vault;
  readonly views: Pick<Views, "list">;
  readonly personKeys: PersonKeys;
  readonly keyed: KeyedDigest;
}

export interface PersonQuestion {
  readonly kind: IdentityKind;
  /** As it was typed. */
  readonly number: string;
  /** The clerk's own: of no other window anything is shown. */
  readonly window: WindowId;
  readonly page: { readonly limit: number; readonly after?: string };
}

type Wanted = Pick<PersonQuestion, "kind" | "number" | "window">;

export type FoundPerson =
  | { readonly kind: "found"; readonly cases: readonly Case[]; readonly next?: string }
  | { readonly kind: "number-faulty"; readonly cause: IdentifierFault }
  | { readonly kind: "key-reused" };

/** Whether an application names its person by this very number; two numbers may share a key. */
const isOf = async ({ catalogue, vault }: FindingPerson, state: Application, { kind, number }: Wanted) => {
  const field = identityFieldsOf(await pinned(catalogue, state)).find(({ type }) => type === kind);
  const answer = field && state.answers[field.id];
  if (field === undefined || answer === undefined) return false;
  const kept = KeptAnswers.parse({ [field.id]: answer });
  const opened = await open(vault, placeOf(state.application), kept);
  return opened !== "erased" && opened[field.id] === number;
};

/** The cases behind one hit: first those that the clerk's window may see, and only of such the number is opened. */
const behind = async (deps: FindingPerson, { body }: ViewRow, wanted: Wanted): Promise<readonly Case[]> => {
  const id = ApplicationId.parse(body["application"]);
  const { state } = await current(deps.store, application, id);
  if (state === undefined || state.erased) return [];
  const cases = await Promise.all(state.cases.map((opened) => findCase(deps, opened.case)));
  const seen = cases.flatMap((found) => (found !== undefined && isAtWindow(found, wanted) ? [found] : []));
  return seen.length > 0 && (await isOf(deps, state, wanted)) ? seen : [];
};

/**
 * Finds the cases of a person by the number of a document of identity, for a clerk of one window (docs/adr/0011). That it
 * was looked up, and what is shown, is committed before it is shown. Of what is of another window, erased, or of somebody
 * whose number shares the key, nothing comes; so a page may be shorter than `limit` and have another after it. Asked again
 * under the same key, nothing is shown that the first commit does not name. Throws `BadCursor`.
 */
export const findPerson = async (
  deps: FindingPerson,
  { kind, number: typed, window, page }: PersonQuestion,
  request: Request,
): Promise<FoundPerson> => {
  const checked = identityNumber(kind, typed);
  if ("cause" in checked) return { kind: "number-faulty", cause: checked.cause };
  const wanted = { kind, number: checked.number, window };
  const { rows, next } = await deps.views.list(
    peopleBy(kind),
    underKey(deps.personKeys(kind, checked.number)),
    page,
  );
  const cases = (await Promise.all(rows.map((row) => behind(deps, row, wanted)))).flat();
  const id = LookUpId.parse(`look_${deps.keyed([request.actor, request.key])}`);
  const made = { type: "make", window, by: kind, shown: cases.map((found) => found.case) } as const;
  const recorded = await perform(deps, lookUp, id, always(made), request);
  if (recorded.kind !== "done") return { kind: "key-reused" };
  const shown = cases.filter((found) => recorded.state?.shown.includes(found.case));
  return { kind: "found", cases: shown, ...(next === undefined ? {} : { next }) };
};
