import type { Calendar } from "../calendar/calendar.ts";
import { deadline } from "../calendar/deadline.ts";
import type { Limit } from "../calendar/limit.ts";
import { warningAt } from "../calendar/warning.ts";
import type { Decision } from "../decider.ts";
import { refuse } from "../decider.ts";
import type { Instant } from "../instant.ts";
import type { CaseCommand, CaseRefusal } from "./command.ts";
import type { CaseEvent, Term } from "./event.ts";

/** The end of a limit as the ledger keeps it, with the calendar version it was computed with. */
export const term = (calendar: Calendar, from: Instant, limit: Limit): Term => {
  const { due, lastDay, provisional, version } = deadline(calendar, from, limit);
  return { due, lastDay, provisional, calendar: version };
};

/**
 * Received and accepted at once: a submission is complete when it is let through (行政许可法 art. 32, 优化营商环境条例
 * art. 36: complete means accepted), so nobody's clock stands still between the two.
 */
export const open = (command: Extract<CaseCommand, { type: "open" }>): Decision<CaseEvent, CaseRefusal> => {
  const { item, calendar, receivedAt } = command;
  if (item.kind === "external") return refuse({ code: "external-item" });
  const { promised, legal } = item.limits;
  return {
    events: [
      {
        type: "case.opened.v1",
        case: command.case,
        application: command.application,
        owner: command.owner,
        number: command.number,
        item: item.id,
        version: item.version,
        kind: item.kind,
        window: command.window,
        receivedAt,
      },
      {
        type: "case.accepted.v1",
        promised: term(calendar, receivedAt, promised),
        ...(legal === null ? {} : { legal: term(calendar, receivedAt, legal) }),
        warnAt: warningAt(calendar, receivedAt, promised),
      },
    ],
  };
};
