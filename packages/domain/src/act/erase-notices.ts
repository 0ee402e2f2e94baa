import type { CaseId } from "../id.ts";
import { noticeDecider } from "../notice/decide.ts";
import { Addressee } from "../notice/event.ts";
import { noticeOf } from "../notice/notice-id.ts";
import { Occasion } from "../notice/occasion.ts";
import { always, type Ledger, perform } from "../perform.ts";
import type { KeyedDigest } from "../port/digest.ts";
import { follows } from "./system.ts";

/** Takes what was told in a case out of every list, with it the calls that nobody made; none is told or called after. */
export const eraseNotices = async (
  deps: Ledger & { readonly keyed: KeyedDigest },
  subject: CaseId,
): Promise<void> => {
  for (const occasion of Occasion.options)
    for (const who of Addressee.options) {
      const notice = noticeOf(subject, occasion, who);
      await perform(deps, noticeDecider, notice, always({ type: "erase" }), follows(deps.keyed, "erase"));
    }
};
