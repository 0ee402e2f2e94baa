import type { Text } from "@window/domain/text.ts";
import type { DemonstrationPerson } from "../deps.ts";

export const roles = {
  applicant: { zh: "申请人", en: "applicant" },
  clerk: { zh: "窗口人员", en: "clerk" },
  supervisor: { zh: "主管部门", en: "supervisor" },
  department: { zh: "业务部门", en: "department" },
  operator: { zh: "运维人员", en: "operator" },
} satisfies Record<DemonstrationPerson["role"], Text>;
