import { readClock, readClockByNumber, readDeskClock } from "@window/contract/operations/clocks.ts";
import { findCase } from "@window/domain/act/find-case.ts";
import { CaseId } from "@window/domain/id.ts";
import { handledBy } from "../access.ts";
import { answer } from "../answer.ts";
import { findProgress } from "../find-progress.ts";
import { handle } from "../handler.ts";
import { ownCase } from "../load.ts";
import { open } from "../opened.ts";
import { refused } from "../refused.ts";
import { showClock } from "../show/clock.ts";

const NOT_THERE = refused({ code: "no-such-case" });

export const clocks = {
  readClock: handle(readClock, async (deps, { principal, params }) => {
    const own = await ownCase(deps, principal, params.case);
    return own === undefined ? NOT_THERE : answer(200, await showClock(deps, own));
  }),

  readDeskClock: handle(readDeskClock, async (deps, { principal, params }) => {
    const id = CaseId.safeParse(params.case).data;
    const state = id && handledBy(principal, await findCase(deps, id));
    if (state === undefined) return NOT_THERE;
    const opened = await open(deps, readDeskClock, principal, state, "progress");
    return answer(200, await showClock(deps, opened.state));
  }),

  readClockByNumber: handle(readClockByNumber, async (deps, { body }) => {
    const found = await findProgress(deps, body.number, body.queryCode);
    return found === undefined ? NOT_THERE : answer(200, await showClock(deps, found));
  }),
};
