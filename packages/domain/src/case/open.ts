import type { Decision } from "../decider.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent } from "./event.ts";
import { termsOf } from "./terms.ts";

/**
 * An application in person is received, and accepted when the applicant has come. Everything else is received and
 * accepted at once: a submission is complete when it is let through (行政许可法 art. 32, 优化营商环境条例 art. 36: complete
 * means accepted), so nobody's clock stands still between the two.
 */
export const open = (command: Extract<CaseCommand, { type: "open" }>): Decision<CaseEvent, CaseRefusal> => {
  const { item, calendar, receivedAt, ruling } = command;
  const { case: subject, application, owner, number, window, follows } = command;
  const opened: CaseEvent = {
    type: "case.opened.v1",
    case: subject,
    application,
    owner,
    number,
    item: item.id,
    version: item.version,
    window,
    receivedAt,
    ...ruling,
    ...(follows === undefined ? {} : { follows }),
  };
  if (item.inPerson !== undefined) return { events: [opened] };
  const terms = termsOf({ item, calendar, from: receivedAt }, ruling);
  return { events: [opened, { type: "case.accepted.v1", ...terms }] };
};
