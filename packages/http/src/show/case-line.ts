import type { CaseLine } from "@window/contract/wire/case.ts";
import { toIso } from "@window/domain/instant.ts";
import type * as z from "zod";
import type { Opened } from "../opened.ts";
import { momentOr } from "./term.ts";

/** A case as a line of a list that staff read; lists of one's own come from its `card`. */
export const showCaseLine = ({ state }: Opened): z.input<typeof CaseLine> => ({
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
