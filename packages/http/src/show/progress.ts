import type * as Wire from "@window/contract/wire/case.ts";
import type { FindingCase } from "@window/domain/act/find-case.ts";
import { pinned } from "@window/domain/act/own.ts";
import type { Application } from "@window/domain/application/application.ts";
import { application } from "@window/domain/application/decide.ts";
import { isWaiting } from "@window/domain/application/waiting.ts";
import type { Provenance } from "@window/domain/calendar/provenance.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import { toIso } from "@window/domain/instant.ts";
import type { Item } from "@window/domain/item/item.ts";
import { wayOf } from "@window/domain/item/way-of.ts";
import { current } from "@window/domain/perform.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { Text } from "@window/domain/text.ts";
import { showDelay } from "./delay.ts";
import { momentOr, showTerm } from "./term.ts";

type Named = Wire.Case["referrals"][number]["department"];

export const named = (offer: Offer, id: DepartmentId): Named => ({
  id,
  name: offer.department(id)?.name ?? { zh: id, en: id },
});

/** Whose hand the case waits for; one that has to be applied for in person waits for the applicant. */
const turnOf = (
  offer: Offer,
  { phase, commitment, decides, referrals }: Case,
  inPerson: boolean,
): Wire.Case["turn"] => {
  if (phase !== "received" && phase !== "running") return { of: "nobody" };
  if (phase === "received" && inPerson) return { of: "applicant" };
  const [signer] = commitment?.open ?? [];
  if (signer !== undefined) return { of: signer };
  if (phase === "running" && decides === "employer") return { of: "employer" };
  const open = referrals.filter(({ answer, superseded }) => answer === undefined && !superseded);
  if (open.length === 0) return { of: "window" };
  return { of: "departments", departments: open.map(({ department }) => named(offer, department)) };
};

const CHANGED: Text = {
  zh: "办件已说明理由改变办理方式，由部门办理。",
  en: "The case was given another way, with a reason: departments handle it.",
};

/** Why the case has its kind; a version once given is given for ever, so its rule is there. */
const because = (item: Item, { rule, changed }: Case): Text => {
  if (changed !== undefined) return CHANGED;
  const found = item.kinds.find(({ id }) => id === rule);
  if (found === undefined) throw new Error(`${item.id} has lost its rule ${rule}`);
  return found.because;
};

const provenanceOf = (item: Item, state: Case): Provenance =>
  item.seasons?.find(({ id }) => id === state.season)?.provenance ??
  wayOf(item, state).limits.promised?.provenance ?? { kind: "example" };

/** How far the cases of one application are, seen from outside. */
const togetherOf = async (catalogue: Catalogue, own: Application): Promise<Wire.Progress["together"]> => {
  if (own.cases.length < 2) return [];
  return Promise.all(
    own.cases.map(async (opened) => ({
      number: opened.number,
      itemName: (await pinned(catalogue, opened)).name,
      standing: opened.outcome ?? (isWaiting(own, opened) ? "waiting" : "running"),
    })),
  );
};

/** Whether a case waits for another one of its application. */
export const waits = (own: Application | undefined, { case: subject }: Case): boolean =>
  own?.cases.some((opened) => opened.case === subject && isWaiting(own, opened)) === true;

export const progressOf = (
  item: Item,
  offer: Offer,
  state: Case,
  isWaitingFor = false,
): Omit<Wire.Progress, "together"> => ({
  number: state.number,
  itemName: item.name,
  window: state.window,
  competent: state.competent,
  kind: state.kind,
  because: because(item, state),
  phase: state.phase,
  receivedAt: toIso(state.receivedAt),
  promised:
    state.promised === undefined ? null : showTerm(state.promised, { provenance: provenanceOf(item, state) }),
  overdueAt: momentOr(state.overdueAt),
  delay: showDelay(state),
  turn: isWaitingFor ? { of: "earlier-case" } : turnOf(offer, state, item.inPerson !== undefined),
  decision: state.decision?.decision ?? null,
});

/** How far a case is, and those applied for together with it, without anything that tells about the person. */
export const showProgress = async (
  { store, catalogue }: FindingCase,
  state: Case,
): Promise<Wire.Progress> => {
  const { state: own } = await current(store, application, state.application);
  const item = await pinned(catalogue, state);
  return {
    ...progressOf(item, await catalogue.current(), state, waits(own, state)),
    together: own === undefined || own.erased ? [] : await togetherOf(catalogue, own),
  };
};
