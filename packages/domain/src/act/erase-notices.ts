import type { ToldAbout } from "../notice/command.ts";
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
  { case: subject, changes = 0, duty }: Pick<ToldAbout, "case" | "changes" | "duty">,
): Promise<void> => {
  const ever = Array.from({ length: Math.max(changes, duty?.times ?? 0) + 1 }, (_, times) => times);
  const notices = Occasion.options.flatMap((occasion) =>
    Addressee.options.flatMap((who) => ever.map((times) => noticeOf(subject, occasion, who, times))),
  );
  for (const notice of notices)
    await perform(deps, noticeDecider, notice, always({ type: "erase" }), follows(deps.keyed, "erase"));
};
