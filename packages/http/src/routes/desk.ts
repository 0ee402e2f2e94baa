import {
  assessCase,
  changeKind,
  listDesk,
  readDeskCase,
  recordAttendance,
  signCommitment,
} from "@window/contract/operations/desk.ts";
import { DeskLine } from "@window/contract/wire/desk.ts";
import { findCase } from "@window/domain/act/find-case.ts";
import * as act from "@window/domain/act/handle-case.ts";
import { application } from "@window/domain/application/decide.ts";
import type { CaseState } from "@window/domain/case/case.ts";
import type { Officer } from "@window/domain/case/officer.ts";
import { deskOf } from "@window/domain/dispatch/desk-row.ts";
import { CaseId } from "@window/domain/id.ts";
import { current } from "@window/domain/perform.ts";
import { handledBy, officeOf, servedBy } from "../access.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { open } from "../opened.ts";
import { pageOf } from "../page-of.ts";
import type { Principal } from "../principal.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { showDeskCase, shownAtDesk } from "../show/desk.ts";
import { overBy } from "../wanted.ts";

const NOT_THERE = refused({ code: "no-such-case" });

export const officerOf = ({ actor, window, employer }: Principal): Officer => ({
  actor,
  ...(window === undefined ? {} : { window }),
  ...(employer === undefined ? {} : { employer }),
});

const handled = ({ state }: { readonly state: CaseState }) => {
  if (state === undefined) throw new Error("a case was handled and is not there");
  return answer(200, {
    case: state.case,
    phase: state.phase,
    decision: state.decision?.decision ?? null,
    unsigned: [...(state.commitment?.open ?? [])],
  });
};

export const desk = {
  listDesk: handle(listDesk, async (deps, { principal, query }) => {
    const office = officeOf(principal);
    if (office === undefined) return answer(200, { rows: [] });
    const { for: awaited, item, dueBy } = query;
    const wanted = { for: awaited, item, due: overBy(dueBy) };
    const list = { view: "desk", partitions: [deskOf(office)], wanted } as const;
    return answer(200, await pageOf(deps.views, list, query, DeskLine));
  }),

  readDeskCase: handle(readDeskCase, async (deps, { principal, params }) => {
    const id = CaseId.safeParse(params.case).data;
    const state = id && handledBy(principal, await findCase(deps, id));
    if (state === undefined) return NOT_THERE;
    const { state: from } = await current(deps.store, application, state.application);
    const shown = shownAtDesk(from, state, principal);
    const opened = await open(deps, readDeskCase, principal, state, shown);
    return answer(200, await showDeskCase(deps, opened, from));
  }),

  assessCase: handle(assessCase, async (deps, { principal, params, body, request }) => {
    const id = CaseId.safeParse(params.case).data;
    if (id === undefined) return NOT_THERE;
    return settled(await act.assessCase(deps, id, officerOf(principal), body, request), handled);
  }),

  signCommitment: handle(signCommitment, async (deps, { principal, params, request }) => {
    const id = CaseId.safeParse(params.case).data;
    if (id === undefined) return NOT_THERE;
    return settled(await act.signCommitment(deps, id, officerOf(principal), request), handled);
  }),

  recordAttendance: handle(recordAttendance, async (deps, { principal, params, request }) => {
    const id = CaseId.safeParse(params.case).data;
    if (id === undefined) return NOT_THERE;
    return settled(await act.recordAttendance(deps, id, officerOf(principal), request), handled);
  }),

  changeKind: handle(changeKind, async (deps, { principal, params, body, request }) => {
    const id = CaseId.safeParse(params.case).data;
    const state = id && servedBy(principal, await findCase(deps, id));
    if (state === undefined) return NOT_THERE;
    return settled(await act.changeKind(deps, state.case, officerOf(principal), body, request), handled);
  }),
};
