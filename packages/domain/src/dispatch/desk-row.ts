import type { Case } from "../case/case.ts";
import { toIso } from "../instant.ts";
import { tombstone, type ViewRow } from "../view.ts";

/** What waits at a window, or for an employer. */
export const deskOf = (body: string): string => `desk#${body}`;

/** Whose hand a case waits for that no department has, and for what. */
const awaited = ({ phase, window, competent, employer, decides, commitment, duty }: Case) => {
  if (phase === "received") return { body: window, for: "attendance" } as const;
  if (phase !== "running") return undefined;
  // Before anything else, because nothing is decided without it.
  if (duty?.open === true) return { body: duty.by, for: "explanation" } as const;
  if (commitment !== undefined)
    return commitment.open.includes("employer") && employer !== undefined
      ? ({ body: employer, for: "commitment" } as const)
      : undefined;
  if (decides === "window") return { body: competent, for: "decision" } as const;
  return decides === "employer" && employer !== undefined
    ? ({ body: employer, for: "decision" } as const)
    : undefined;
};

/** One row while a case waits for a window or an employer. */
export const deskRow = (now: Case, seq: number): ViewRow => {
  const waits = awaited(now);
  if (waits === undefined) return tombstone("desk", now.case, seq);
  const { case: subject, number, item, receivedAt, promised } = now;
  return {
    view: "desk",
    aggregate: subject,
    seq,
    partition: deskOf(waits.body),
    sort: `${toIso(receivedAt)}#${subject}`,
    body: { case: subject, number, item, receivedAt, due: promised?.due ?? null, for: waits.for },
  };
};
