import type { Application } from "../application/application.ts";
import type { Instant } from "../instant.ts";
import { keptUntil, type Retained, type RunPeriod } from "./period.ts";

/** Under which period an application falls; undefined while somebody works on it. */
const recordOf = ({ phase }: Pick<Application, "phase">): Retained | undefined => {
  switch (phase) {
    case "draft":
    case "withdrawn":
      return phase;
    case "concluded":
      return "decided";
    case "submitted":
      return undefined;
  }
};

/** Whether an application falls under a period, and that is over. */
export const isOver = (
  { record, kept }: RunPeriod,
  state: Pick<Application, "phase" | "changedAt">,
  now: Instant,
): boolean => recordOf(state) === record && keptUntil(kept, state.changedAt) <= now;
