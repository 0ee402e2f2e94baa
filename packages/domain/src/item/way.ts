import * as z from "zod";
import { Limit } from "../calendar/limit.ts";
import { Text } from "../text.ts";
import { code } from "./code.ts";
import { CaseKind } from "./kind.ts";
import { Step } from "./step.ts";

export const WayId = code.brand<"WayId">();
export type WayId = z.infer<typeof WayId>;

/** Steps asked at the same time; the rounds of a way follow one another. */
export const Round = z.array(Step).min(1);
export type Round = z.infer<typeof Round>;

/**
 * Who decides. `window`: the competent window itself (授权); `employer`: an employer with the power to recognise;
 * `department`: the first department of the last round.
 */
export const Authority = z.enum(["window", "employer", "department"]);
export type Authority = z.infer<typeof Authority>;

/**
 * The limits of a way. `legal` 法定时限 with its `extension` 延期 where a law gives them; `promised` 承诺时限, null where
 * none is stated; `former` 原承诺最短时限, the baseline a speed-up is measured against, and null unless a source states it.
 */
const Limits = z.object({
  legal: Limit.nullable(),
  extension: Limit.nullable(),
  promised: Limit.nullable(),
  former: Limit.nullable(),
});

/** One way 办理方式 in which a case of the item is handled. A way nobody is asked on is decided on the spot. */
export const Way = z.object({
  id: WayId,
  kind: CaseKind,
  name: Text,
  decides: Authority,
  rounds: z.array(Round).max(10),
  limits: Limits,
});
export type Way = z.infer<typeof Way>;
