import type { CaseId } from "../id.ts";
import { toIso } from "../instant.ts";
import type { WindowId } from "../place/window.ts";
import { tombstone, type ViewRow } from "../view.ts";
import { isToBeCalled, type Notice } from "./notice.ts";

/** What somebody was told in a case; newest last. */
export const noticesOf = (subject: CaseId): string => `notices#${subject}`;

/** Whom a window has to call. */
export const callsOf = (window: WindowId): string => `calls#${window}`;

const callRows = (now: Notice, seq: number): readonly ViewRow[] => {
  const { notice, number, item, occasion, who, failed, calls } = now;
  if (failed === undefined || !isToBeCalled(now)) return [tombstone("calls", notice, seq)];
  const last = calls.at(-1);
  return [
    {
      view: "calls",
      aggregate: notice,
      seq,
      partition: callsOf(now.window),
      sort: `${toIso(failed.at)}#${notice}`,
      body: {
        call: notice,
        case: now.case,
        number,
        item,
        occasion,
        who,
        language: now.language ?? null,
        failedAt: failed.at,
        cause: failed.cause,
        timesCalled: calls.length,
        lastCalledAt: last?.at ?? null,
      },
    },
  ];
};

/** Whether it ever stood on a list: also one that arrived after every way was given up. */
const wasListed = ({ failed, phase, waysOver, ways }: Notice): boolean =>
  failed !== undefined || (phase === "delivered" && waysOver === ways.length);

/** Every row of a notice, in full, from its state and sequence number alone; once it is erased, that they are gone. One that
 * never failed was on no list. */
export const rowsOfNotice = (now: Notice, seq: number): readonly ViewRow[] => {
  const { notice, occasion, who, openedAt, phase, ways, sent, deliveredAt, failed } = now;
  const card: ViewRow = {
    view: "card",
    aggregate: notice,
    seq,
    partition: noticesOf(now.case),
    sort: `${toIso(openedAt)}#${notice}`,
    body: {
      notice,
      occasion,
      who,
      openedAt,
      phase,
      ways: ways.map(({ channel, address }) => ({ channel, address })),
      channel: sent?.channel ?? null,
      sentAt: sent?.at ?? null,
      deliveredAt: deliveredAt ?? null,
      failedAt: failed?.at ?? null,
      cause: failed?.cause ?? null,
      reached: now.calls.some(({ outcome }) => outcome === "reached"),
    },
  };
  const rows = wasListed(now) ? [card, ...callRows(now, seq)] : [card];
  return now.erased ? rows.map(({ view, aggregate }) => tombstone(view, aggregate, seq)) : rows;
};
