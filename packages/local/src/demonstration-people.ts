import type { DepartmentId } from "@window/domain/place/department.ts";
import { DepartmentId as Department } from "@window/domain/place/department.ts";
import type { Text } from "@window/domain/text.ts";

/** Somebody invented, whom anybody at this machine may be. None of them exists. */
export interface DemonstrationPerson {
  /** The word one types. */
  readonly id: string;
  readonly name: Text;
  readonly role: "applicant" | "clerk" | "supervisor" | "department" | "operator";
  readonly department?: DepartmentId;
  readonly description: Text;
}

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    id: "li-jing",
    name: { zh: "李静", en: "Li Jing" },
    role: "applicant",
    description: { zh: "申请人，工程师，持居民身份证", en: "applicant, engineer, resident identity card" },
  },
  {
    id: "maria-santos",
    name: { zh: "玛丽亚·桑托斯", en: "Maria Santos" },
    role: "applicant",
    description: { zh: "申请人，海洋学家，持护照", en: "applicant, oceanographer, passport" },
  },
  {
    id: "wang-fang",
    name: { zh: "王芳", en: "Wang Fang" },
    role: "clerk",
    description: { zh: "海口窗口工作人员", en: "clerk at the Haikou window" },
  },
  {
    id: "chen-wei",
    name: { zh: "陈伟", en: "Chen Wei" },
    role: "supervisor",
    description: { zh: "主管部门监管人员", en: "supervisor at the competent authority" },
  },
  {
    id: "zhou-ming",
    name: { zh: "周明", en: "Zhou Ming" },
    role: "operator",
    description: { zh: "运维人员，让卡住的办件继续办理", en: "operator, lets stuck cases go on" },
  },
  {
    id: "talent-office",
    name: { zh: "人才部门", en: "Talent office" },
    role: "department",
    department: Department.parse("dept_talent-office"),
    description: { zh: "业务部门，查看转给它的办件", en: "department, reads what it was asked" },
  },
  {
    id: "housing-office",
    name: { zh: "住建部门", en: "Housing office" },
    role: "department",
    department: Department.parse("dept_housing-office"),
    description: { zh: "业务部门，查看转给它的办件", en: "department, reads what it was asked" },
  },
];
