import {
  listCases,
  listStuckCases,
  readCase,
  readProgress,
  resumeCase,
} from "@window/contract/operations/cases.ts";
import { CaseLine, StuckCase } from "@window/contract/wire/case.ts";
import * as resume from "@window/domain/act/resume-case.ts";
import { stuckPartitions } from "@window/domain/dispatch/stuck-rows.ts";
import { casesOf } from "@window/domain/dispatch/view-rows.ts";
import { CaseId } from "@window/domain/id.ts";
import { answer } from "../answer.ts";
import { findProgress } from "../find-progress.ts";
import { handle } from "../handler.ts";
import { ownApplication, ownCase } from "../load.ts";
import { pageOf } from "../page-of.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { showCase, showStuck } from "../show/case.ts";
import { showProgress, waits } from "../show/progress.ts";
import { daysFrom } from "../wanted.ts";

const NOT_THERE = refused({ code: "no-such-case" });

const STUCK = { view: "stuck", partitions: stuckPartitions } as const;

export const cases = {
  listCases: handle(listCases, async (deps, { principal, query }) => {
    const { phase, item } = query;
    const list = {
      view: "card",
      partitions: [casesOf(principal.actor)],
      range: daysFrom(query),
      wanted: { phase, item },
    } as const;
    return answer(200, await pageOf(deps.views, list, query, CaseLine));
  }),

  readCase: handle(readCase, async (deps, { principal, params }) => {
    const own = await ownCase(deps, principal, params.case);
    if (own === undefined) return NOT_THERE;
    const application = await ownApplication(deps, principal, own.application);
    const result = application?.state.result?.result ?? null;
    return answer(200, await showCase(deps.catalogue, own, result, waits(application?.state, own)));
  }),

  listStuckCases: handle(listStuckCases, async (deps, { query }) => {
    const { item, window } = query;
    const list = { ...STUCK, range: daysFrom(query), wanted: { item, window } };
    return answer(200, await pageOf(deps.views, list, query, StuckCase));
  }),

  resumeCase: handle(resumeCase, async (deps, { params, body, request }) => {
    const subject = CaseId.safeParse(params.case).data;
    if (subject === undefined) return NOT_THERE;
    const resumed = await resume.resumeCase(deps, { case: subject, reason: body.reason }, request);
    return settled(resumed, ({ state }) => answer(200, showStuck(state)));
  }),

  readProgress: handle(readProgress, async (deps, { body }) => {
    const found = await findProgress(deps, body.number, body.queryCode);
    return found === undefined ? NOT_THERE : answer(200, await showProgress(deps, found));
  }),
};
