import { listCases, readCase, readProgress } from "@window/contract/operations/cases.ts";
import { CaseLine } from "@window/contract/wire/case.ts";
import { casesOf } from "@window/domain/dispatch/view-rows.ts";
import { answer } from "../answer.ts";
import { findProgress } from "../find-progress.ts";
import { handle } from "../handler.ts";
import { ownApplication, ownCase } from "../load.ts";
import { pageOf } from "../page-of.ts";
import { refused } from "../refused.ts";
import { showCase, showProgress } from "../show/case.ts";

const NOT_THERE = refused({ code: "no-such-case" });

export const cases = {
  listCases: handle(listCases, async (deps, { principal, query }) => {
    const list = { view: "card", partition: casesOf(principal.actor) } as const;
    return answer(200, await pageOf(deps.views, list, query, CaseLine));
  }),

  readCase: handle(readCase, async (deps, { principal, params }) => {
    const own = await ownCase(deps, principal, params.case);
    if (own === undefined) return NOT_THERE;
    const application = await ownApplication(deps, principal, own.application);
    return answer(200, await showCase(deps.catalogue, own, application?.state.result?.result ?? null));
  }),

  readProgress: handle(readProgress, async (deps, { body }) => {
    const found = await findProgress(deps, body.number, body.queryCode);
    return found === undefined ? NOT_THERE : answer(200, await showProgress(deps.catalogue, found));
  }),
};
