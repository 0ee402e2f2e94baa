import type { Text } from "@window/domain/text.ts";
import { example, promised } from "./limits.ts";

/** What one department is asked; its limit is the house's own 示例. It may see the named materials, or all of the item. */
export const ask = (
  id: string,
  department: string,
  days: number,
  question: Text,
  materials?: readonly string[],
) => ({
  id,
  department,
  question,
  limit: example(days),
  ...(materials === undefined ? {} : { materials }),
});

type Step = ReturnType<typeof ask>;

/** 授权: the window decides itself and on the spot (当场办结). */
export const onTheSpot = (name: Text, decides: "window" | "employer" = "window") => ({
  id: decides === "window" ? "on-the-spot" : "by-employer",
  kind: "delegated",
  name,
  decides,
  rounds: [],
  limits: promised({
    count: 0,
    unit: "working-day",
    provenance: {
      kind: "sourced",
      document: "新海南客户端、南海网、南国都市报（2024-04-27 转载）：当场办结",
      verifiedOn: "2026-11-22",
    },
  }),
});

/** 代办: departments are asked round by round within limits. */
export const agency = (id: string, name: Text, rounds: readonly (readonly Step[])[], limits: object) => ({
  id,
  kind: "agency",
  name,
  decides: "department",
  rounds,
  limits,
});

/** 一事一议: collected, studied, fed back. No limit is stated anywhere, so none is promised. */
export const deliberation = (id: string, name: Text, rounds: readonly (readonly Step[])[]) => ({
  id,
  kind: "deliberated",
  name,
  decides: "department",
  rounds,
  limits: { legal: null, extension: null, promised: null, former: null },
});

/** The rule of an item that always goes the same way. */
export const always = (way: string, because: Text, basis: object) => ({
  id: "always",
  from: "2026-01-01",
  when: {},
  way,
  because,
  basis,
});
