import { listCalls, noteCall, readCall } from "@window/contract/operations/calls.ts";
import { CallLine } from "@window/contract/wire/notice.ts";
import { findCase } from "@window/domain/act/find-case.ts";
import * as act from "@window/domain/act/note-call.ts";
import { NoticeId } from "@window/domain/id.ts";
import { noticeDecider } from "@window/domain/notice/decide.ts";
import { isToBeCalled, type Notice } from "@window/domain/notice/notice.ts";
import { callsOf } from "@window/domain/notice/rows.ts";
import { current } from "@window/domain/perform.ts";
import { servedBy } from "../access.ts";
import { answer } from "../answer.ts";
import type { ApiDeps } from "../api-deps.ts";
import { handle } from "../handler.ts";
import { open } from "../opened.ts";
import { pageOf } from "../page-of.ts";
import type { Principal } from "../principal.ts";
import { refused } from "../refused.ts";
import { settled } from "../settled.ts";
import { showCall } from "../show/call.ts";

const NOT_THERE = refused({ code: "no-such-notice" });
const NOT_LISTED = refused({ code: "not-on-the-list" });

/** A notice and its case, for whoever works at a window of it. */
const served = async (deps: ApiDeps, principal: Principal, text: string) => {
  const id = NoticeId.safeParse(text).data;
  const now = id && (await current(deps.store, noticeDecider, id)).state;
  const state = now && servedBy(principal, await findCase(deps, now.case));
  return now === undefined || state === undefined ? undefined : { now, state };
};

const isFailed = (now: Notice): now is Notice & { readonly failed: NonNullable<Notice["failed"]> } =>
  now.failed !== undefined && isToBeCalled(now);

export const calls = {
  listCalls: handle(listCalls, async (deps, { principal, query }) => {
    const { window } = principal;
    // A clerk of no window serves nobody.
    if (window === undefined) return answer(200, { rows: [] });
    const list = { view: "calls", partitions: [callsOf(window)] } as const;
    return answer(200, await pageOf(deps.views, list, query, CallLine));
  }),

  readCall: handle(readCall, async (deps, { principal, params }) => {
    const found = await served(deps, principal, params.call);
    if (found === undefined) return NOT_THERE;
    if (!isFailed(found.now)) return NOT_LISTED;
    await open(deps, readCall, principal, found.state, "contact");
    return answer(200, await showCall(deps, found.now));
  }),

  noteCall: handle(noteCall, async (deps, { principal, params, body, request }) => {
    const found = await served(deps, principal, params.call);
    if (found === undefined) return NOT_THERE;
    const noted = await act.noteCall(deps, found.now.notice, body.outcome, request);
    return settled(noted, ({ state }) => {
      if (state === undefined) throw new Error("a call was noted and its notice is not there");
      const { notice: call, calls: made } = state;
      const { outcome } = body;
      return answer(200, { call, outcome, timesCalled: made.length, onTheList: isToBeCalled(state) });
    });
  }),
};
