import type { Limit } from "@window/domain/calendar/limit.ts";

type Unit = Limit["unit"];

/** A demonstration value 示例: no published number was found. */
export const example = (count: number, unit: Unit = "working-day") => ({
  count,
  unit,
  provenance: { kind: "example" },
});

/** A number that stands in a document, with its article where it has one, and the day somebody last looked. */
export const sourced = (count: number, unit: Unit, document: string, article?: string) => ({
  count,
  unit,
  provenance: {
    kind: "sourced",
    document,
    ...(article === undefined ? {} : { article }),
    verifiedOn: "2026-11-22",
  },
});

/** Nothing by law, nothing known of former promises; only what is promised. */
export const promised = (limit: object) => ({ legal: null, extension: null, promised: limit, former: null });
