import type { CaseLine } from "@window/contract/wire/case.ts";
import type { Case } from "@window/domain/case/case.ts";
import { toIso } from "@window/domain/instant.ts";
import type * as z from "zod";
import { momentOr } from "./term.ts";

/** A case as a line of a list, from the case itself; lists of one's own come from its `card`. */
export const showCaseLine = (state: Case): z.input<typeof CaseLine> => ({
  case: state.case,
  application: state.application,
  number: state.number,
  item: state.item,
  window: state.window,
  phase: state.phase,
  receivedAt: toIso(state.receivedAt),
  due: momentOr(state.promised?.due),
  provisional: state.promised?.provisional ?? false,
  overdue: state.overdueAt !== undefined,
  decision: state.decision?.decision ?? null,
});
