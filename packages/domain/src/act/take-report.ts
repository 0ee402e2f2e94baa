import type { ActorId, NoticeId } from "../id.ts";
import { noticeDecider } from "../notice/decide.ts";
import type { Ledger } from "../perform.ts";
import { always, perform } from "../perform.ts";
import type { KeyedDigest } from "../port/digest.ts";

export interface Report {
  readonly notice: NoticeId;
  readonly outcome: "delivered" | "failed";
  /** The gateway's own code, of a report of failure. */
  readonly cause: string;
}

/** Takes what a gateway reports; `message` is what its message is known by, so that a repeated one meets itself. */
export const takeReport = (
  deps: Ledger & { readonly keyed: KeyedDigest },
  { notice, outcome, cause }: Report,
  by: { readonly gateway: ActorId; readonly message: string },
) =>
  perform(deps, noticeDecider, notice, always({ type: "report", outcome, cause } as const), {
    actor: by.gateway,
    key: deps.keyed({ route: "report", id: by.message }),
    body: deps.keyed({ notice, outcome, cause }),
  });
