import { oneOf } from "../declared.ts";
import type * as z from "zod";
import type { Text } from "../text.ts";

/**
 * Why a case is late, as the public reads it (优化营商环境条例 art. 36: 公开说明理由). A closed list: what is published can hold
 * nothing about a person, and what there is to say to the applicant alone is said beside it under their key.
 */
export const DelayReason = oneOf([
  "department-late",
  "window-late",
  "volume",
  "system-down",
  "register-down",
  "complex-case",
  "awaiting-other-body",
]);
export type DelayReason = z.infer<typeof DelayReason>;

export const delayReasons = {
  "department-late": { zh: "协办部门未在时限内答复", en: "A department did not answer in its time" },
  "window-late": { zh: "窗口未及时转办或决定", en: "The window did not pass it on or decide in time" },
  volume: { zh: "申请量超出办理能力", en: "More applications came in than could be handled" },
  "system-down": { zh: "信息系统故障", en: "A system of the administration was down" },
  "register-down": { zh: "核验所需数据源不可用", en: "A register needed for the check was down" },
  "complex-case": { zh: "情况复杂，需进一步研究", en: "The case is complex and needs more study" },
  "awaiting-other-body": { zh: "等待其他机关的决定", en: "It waits for the decision of another body" },
} satisfies Record<DelayReason, Text>;
