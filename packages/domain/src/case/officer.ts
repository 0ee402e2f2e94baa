import type { CreditCode } from "../identifier/credit-code.ts";
import type { ActorId } from "../id.ts";
import type { WindowId } from "../place/window.ts";
import type { Case } from "./case.ts";

/** Whoever acts in a case: always somebody, perhaps for a window or for an employer. */
export interface Officer {
  readonly actor: ActorId;
  readonly window?: WindowId;
  readonly employer?: CreditCode;
}

/** Whether somebody acts for the body that decides the case itself. */
export const decidesFor = (state: Case, { window, employer }: Officer): boolean =>
  (state.decides === "window" && window === state.competent) ||
  (state.decides === "employer" && employer !== undefined && employer === state.employer);

/** Whether somebody works at a window of the case: the one that took it in, or the competent one. */
export const isAtWindow = (state: Case, { window }: Pick<Officer, "window">): boolean =>
  window !== undefined && (window === state.window || window === state.competent);
