import { acknowledged, answered } from "../callback-event.ts";
import type { Answer, ReferralCallback, ReferralRequested } from "../events.ts";
import type { Journal, Posting, Reply } from "./journal.ts";
import type { Manner, Plan } from "./plan.ts";
import { postCallback } from "./post-callback.ts";
import type { Sender } from "./post-callback.ts";

export type CaseDesk = {
  /** Does what the plan says, from where it was left. Rejects when the department is closed meanwhile. */
  carryOut(referral: ReferralRequested, plan: Plan): Promise<void>;
  answer(referral: ReferralRequested, answer: Answer, manner?: Manner): Promise<Reply>;
};

/** Where referrals are worked on: every callback is written down before it is sent, and sent again as it was. */
export const createCaseDesk = (
  journal: Journal,
  sender: Sender,
  source: string,
  onReply: (reply: Reply) => void,
): CaseDesk => {
  const post = async (posting: Posting, manner: Manner = {}): Promise<Reply> => {
    const reply = await postCallback(sender, posting, manner.lie);
    if (manner.lie === undefined) journal.write({ reply });
    onReply(reply);
    return reply;
  };

  const posting = (referral: ReferralRequested, id: string, compose: Compose): Posting => {
    const before = journal.postings.get(id);
    if (before) return before;
    const time = new Date(sender.nowSeconds() * 1000).toISOString();
    const event = compose({ id, source, referral: referral.subject, time });
    const made = { id, referral: referral.subject, url: referral.data.callback, body: JSON.stringify(event) };
    journal.write({ posting: made });
    return made;
  };

  const acknowledge = async (referral: ReferralRequested): Promise<void> => {
    const id = `acknowledge-${referral.subject}`;
    if (!journal.replies.has(id)) await post(posting(referral, id, acknowledged));
  };

  const answer = (referral: ReferralRequested, content: Answer, manner: Manner = {}): Promise<Reply> => {
    const id = manner.id ?? `answer-${referral.subject}`;
    return post(
      posting(referral, id, (envelope) => answered(envelope, content)),
      manner,
    );
  };

  const carryOut = async (referral: ReferralRequested, plan: Plan): Promise<void> => {
    if (plan.acknowledge !== false) await acknowledge(referral);
    if (!plan.answer || journal.replies.has(`answer-${referral.subject}`)) return;
    if (plan.afterMilliseconds) await sender.wait(plan.afterMilliseconds, sender.signal);
    await answer(referral, plan.answer, plan.lie ? { lie: plan.lie } : {});
    if (plan.repeat === "same-id") await answer(referral, plan.answer);
    if (plan.repeat === "other-id")
      await answer(referral, plan.answer, { id: `answer-again-${referral.subject}` });
  };

  return { carryOut, answer };
};

type Compose = (envelope: Parameters<typeof acknowledged>[0]) => ReferralCallback;
