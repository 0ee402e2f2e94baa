import { LAST_QUEUED_ATTEMPT } from "../delivery/schedule.ts";
import type { Instant } from "../instant.ts";
import { later } from "../instant.ts";
import type { Timer } from "../timer.ts";
import type { Errand } from "./errand.ts";
import type { NoticeEvent } from "./event.ts";
import type { Notice } from "./notice.ts";
import { wayInUse } from "./notice.ts";
import { REPORT_WAIT, waitOnWay } from "./schedule.ts";

/** What follows from a commit of a notice; derived like the effects of a case (`dispatch/effect.ts`). */
export type NoticeEffect =
  | { readonly kind: "tell"; readonly errand: Errand; readonly wait: number }
  | { readonly kind: "arm"; readonly timer: Timer };

const tellNow = (now: Notice): readonly NoticeEffect[] => {
  const way = wayInUse(now);
  if (now.phase !== "queued" || now.erased || way === undefined) return [];
  const errand = { notice: now.notice, channel: way.channel, attempt: now.attempts + 1 };
  return [{ kind: "tell", errand, wait: 0 }];
};

/** The next attempt waits in the queue while that is short, then in the due index. */
const tellAgain = (
  now: Notice,
  { channel, attempt: made }: Extract<NoticeEvent, { type: "notice.put-off.v1" }>,
  at: Instant,
): readonly NoticeEffect[] => {
  if (now.phase !== "queued" || now.attempts !== made) return [];
  const attempt = made + 1;
  const wait = waitOnWay(now.attemptsOnWay + 1);
  if (now.attemptsOnWay < LAST_QUEUED_ATTEMPT)
    return [{ kind: "tell", errand: { notice: now.notice, channel, attempt }, wait }];
  return [{ kind: "arm", timer: { subject: now.notice, plan: `attempt-${attempt}`, at: later(at, wait) } }];
};

/** `at` is the instant of the commit that holds the event. */
export const effectsOfNotice = (now: Notice, event: NoticeEvent, at: Instant): readonly NoticeEffect[] => {
  switch (event.type) {
    case "notice.opened.v1":
    case "notice.turned-down.v1":
      return tellNow(now);
    case "notice.put-off.v1":
      return tellAgain(now, event, at);
    case "notice.sent.v1":
      return event.channel === "sms"
        ? [{ kind: "arm", timer: { subject: now.notice, plan: "report", at: later(at, REPORT_WAIT) } }]
        : [];
    case "notice.delivered.v1":
    case "notice.failed.v1":
    case "notice.called.v1":
    case "notice.erased.v1":
      return [];
  }
};
