import * as z from "zod";
import { code } from "../declared.ts";
import { CreditCode } from "../identifier/credit-code.ts";
import { CaseKind } from "../item/kind.ts";
import { RuleId } from "../item/kind-rule.ts";
import { SeasonId } from "../item/season.ts";
import { Authority, WayId } from "../item/way.ts";
import { WindowId } from "../place/window.ts";

/**
 * What was found when a case was opened: its kind and way, the rule that says so, the window that is competent (主管), and
 * the facts the rule went by. `season` names the one the application came in.
 */
export const Ruling = z.object({
  kind: CaseKind.meta({ declared: "code" }),
  way: WayId.meta({ declared: "code" }),
  decides: Authority.meta({ declared: "code" }),
  rule: RuleId.meta({ declared: "code" }),
  competent: WindowId.meta({ declared: "id" }),
  class: code().exactOptional(),
  employer: CreditCode.meta({ declared: "id" }).exactOptional(),
  season: SeasonId.meta({ declared: "code" }).exactOptional(),
});
export type Ruling = z.infer<typeof Ruling>;
