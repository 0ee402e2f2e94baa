import { explainDelay, listLateCases } from "@window/contract/operations/delays.ts";
import { LateCase } from "@window/contract/wire/delay.ts";
import * as act from "@window/domain/act/explain-delay.ts";
import { latePartitions } from "@window/domain/dispatch/late-rows.ts";
import { CaseId } from "@window/domain/id.ts";
import { findCase } from "@window/domain/act/find-case.ts";
import { servedBy } from "../access.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { pageOf } from "../page-of.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { reasonIn, showDelay } from "../show/delay.ts";
import { daysFrom } from "../wanted.ts";
import { officerOf } from "./desk.ts";

const NOT_THERE = refused({ code: "no-such-case" });

const LATE = { view: "late", partitions: latePartitions } as const;

export const delays = {
  explainDelay: handle(explainDelay, async (deps, { principal, params, body, request }) => {
    const id = CaseId.safeParse(params.case).data;
    const state = id && servedBy(principal, await findCase(deps, id));
    if (state === undefined) return NOT_THERE;
    const explained = await act.explainDelay(deps, state.case, officerOf(principal), body, request);
    return settled(explained, ({ state: now }) => {
      const delay = now && showDelay(now);
      if (now === undefined || !delay) throw new Error("a delay was explained and is not there");
      return answer(200, { case: now.case, delay, decision: now.decision?.decision ?? null });
    });
  }),

  listLateCases: handle(listLateCases, async (deps, { query }) => {
    const { item, window } = query;
    const list = { ...LATE, range: daysFrom(query), wanted: { item, window } };
    return answer(200, await pageOf(deps.views, list, query, LateCase, reasonIn));
  }),
};
