import type { NoticeId } from "../id.ts";
import type { Request } from "../commit.ts";
import { noticeDecider } from "../notice/decide.ts";
import type { CallOutcome } from "../notice/occasion.ts";
import type { Ledger } from "../perform.ts";
import { always, perform } from "../perform.ts";

/** Notes what came of a call. */
export const noteCall = (deps: Ledger, notice: NoticeId, outcome: CallOutcome, request: Request) =>
  perform(deps, noticeDecider, notice, always({ type: "note-call", outcome } as const), request);
