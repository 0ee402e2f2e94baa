import type { Calendar } from "../calendar/calendar.ts";
import type { Case } from "../case/case.ts";
import type { Item } from "../item/item.ts";
import { wayOf } from "../item/way-of.ts";
import type { Day } from "../day.ts";

/**
 * What would move the date of a case. `unpublished-year`: the notice of that year is not out, so the date is 预计;
 * `newer-calendar`: the date was set with another version of the calendar; `extension` 延期 and `special-procedure` 特别程序
 * are there only where the limits of the item or the law on permits have them.
 */
export type Mover =
  | { readonly code: "unpublished-year"; readonly year: number }
  | { readonly code: "newer-calendar"; readonly version: string }
  | { readonly code: "extension"; readonly count: number; readonly document: string }
  | { readonly code: "special-procedure"; readonly document: string };

export const moversOf = (
  state: Case,
  item: Item,
  calendar: Calendar,
  days: readonly { readonly day: Day; readonly provisional: boolean }[],
): readonly Mover[] => {
  if (state.phase !== "running") return [];
  const years = new Set(
    days.flatMap(({ day, provisional }) => (provisional ? [Number(day.slice(0, 4))] : [])),
  );
  const set = state.promised ?? state.legal;
  const { legal, extension } = wayOf(item, state).limits;
  const isPermit = item.nature === "permit" && legal !== null;
  return [
    ...[...years].map((year): Mover => ({ code: "unpublished-year", year })),
    ...(set !== undefined && set.calendar !== calendar.version
      ? [{ code: "newer-calendar", version: calendar.version } as const]
      : []),
    ...(isPermit && extension !== null
      ? [{ code: "extension", count: extension.count, document: "行政许可法 第四十二条" } as const]
      : []),
    ...(isPermit ? [{ code: "special-procedure", document: "行政许可法 第四十五条" } as const] : []),
  ];
};
