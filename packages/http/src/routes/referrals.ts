import {
  answerInWorklist,
  listReferrals,
  readReferral,
  readReferredDocument,
} from "@window/contract/operations/referrals.ts";
import { ReferralLine } from "@window/contract/wire/referral.ts";
import { answerReferral } from "@window/domain/act/answer-referral.ts";
import { pinned } from "@window/domain/act/own.ts";
import { application } from "@window/domain/application/decide.ts";
import { readable } from "@window/domain/application/readable.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import { CaseId, ReferralId } from "@window/domain/id.ts";
import { stepOf } from "@window/domain/item/way-of.ts";
import { current } from "@window/domain/perform.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { ViewRow } from "@window/domain/view.ts";
import { askedOf } from "../access.ts";
import { answer } from "../answer.ts";
import type { ApiDeps } from "../api-deps.ts";
import { handle } from "../handler.ts";
import { open } from "../opened.ts";
import { pageOf } from "../page-of.ts";
import type { Principal } from "../principal.ts";
import { refused } from "../refused.ts";
import { told } from "../told.ts";
import { linkedDocument, showReferral, shownToDepartment } from "../show/referral.ts";
import { overByInSort } from "../wanted.ts";

const NOT_THERE = refused({ code: "no-such-referral" });

/** The access rule lets only departments through, each with its name in the token. */
const departmentOf = ({ department }: Principal): DepartmentId => {
  if (department === undefined) throw new Error("a department without a name was let in");
  return department;
};

/** No view keeps handles: they are made again from what they name. */
const withHandle =
  ({ ids }: ApiDeps, department: DepartmentId) =>
  ({ aggregate, body }: ViewRow) => ({
    handle: ids.handle({
      case: CaseId.parse(aggregate),
      referral: ReferralId.parse(body["referral"]),
      department,
    }),
  });

/** The one way of a department to what it was asked, and to the application behind it. */
const referred = async (deps: ApiDeps, principal: Principal, text: string) => {
  const handled = askedOf(principal, deps.ids.readHandle(text));
  if (handled === undefined) return undefined;
  const { state } = await current(deps.store, caseDecider, handled.case);
  const asked = state?.referrals.find(({ referral }) => referral === handled.referral);
  if (state === undefined || state.erased || asked === undefined) return undefined;
  const { state: own } = await current(deps.store, application, state.application);
  return own && { own, state, asked };
};

export const referrals = {
  answerInWorklist: handle(answerInWorklist, async (deps, { principal, params, body, request }) => {
    const handled = askedOf(principal, deps.ids.readHandle(params.handle));
    return handled === undefined ? NOT_THERE : told(await answerReferral(deps, handled, body, request));
  }),

  listReferrals: handle(listReferrals, async (deps, { principal, query }) => {
    const department = departmentOf(principal);
    const more = withHandle(deps, department);
    const { step, item, dueBy } = query;
    const list = {
      view: `worklist:${department}`,
      partitions: [department],
      range: overByInSort(dueBy),
      wanted: { step, item },
    } as const;
    return answer(200, await pageOf(deps.views, list, query, ReferralLine, more));
  }),

  readReferral: handle(readReferral, async (deps, { principal, params }) => {
    const found = await referred(deps, principal, params.handle);
    if (found === undefined) return NOT_THERE;
    const { own, state, asked } = found;
    const opened = await open(deps, readReferral, principal, state, shownToDepartment(own, state, asked));
    return answer(200, await showReferral(deps, own, opened, asked));
  }),

  readReferredDocument: handle(readReferredDocument, async (deps, { principal, params }) => {
    const found = await referred(deps, principal, params.handle);
    if (found === undefined) return NOT_THERE;
    const { own, state, asked } = found;
    const item = await pinned(deps.catalogue, state);
    const shown = shownToDepartment(own, state, asked);
    const papers = shown === "answers" ? readable(own, item, stepOf(item, asked)) : [];
    const paper = papers.find(({ document }) => document === params.document);
    if (paper === undefined) return refused({ code: "no-such-document" });
    await open(deps, readReferredDocument, principal, state, shown);
    return answer(200, await linkedDocument(deps, own, item, paper));
  }),
};
