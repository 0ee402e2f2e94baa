import * as z from "zod";
import { CreditCode } from "../identifier/credit-code.ts";
import type { Item } from "../item/item.ts";
import { wayOf } from "../item/way-of.ts";
import { DepartmentId } from "../place/department.ts";
import { WindowId } from "../place/window.ts";
import type { Case } from "./case.ts";

/** Whoever has the power to decide: a department, a window (授权), or an employer named by its credit code. */
export const DecidingBody = z.union([DepartmentId, WindowId, CreditCode]);
export type DecidingBody = z.infer<typeof DecidingBody>;

/** The body that decides a case the way it is handled. */
export const decidingBody = (
  item: Item,
  state: Pick<Case, "case" | "way" | "competent" | "employer">,
): DecidingBody => {
  const { decides, rounds } = wayOf(item, state);
  const body = {
    window: state.competent,
    employer: state.employer,
    department: rounds.at(-1)?.[0]?.department,
  }[decides];
  if (body === undefined) throw new Error(`${state.case} names no deciding body`);
  return body;
};
