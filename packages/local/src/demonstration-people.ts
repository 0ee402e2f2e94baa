import type { DepartmentId } from "@window/domain/place/department.ts";
import { DepartmentId as Department } from "@window/domain/place/department.ts";
import { CreditCode } from "@window/domain/identifier/credit-code.ts";
import { WindowId } from "@window/domain/place/window.ts";
import type { Text } from "@window/domain/text.ts";

/** Somebody invented, whom anybody at this machine may be. None of them exists. */
export interface DemonstrationPerson {
  /** The word one types. */
  readonly id: string;
  readonly name: Text;
  readonly role: "applicant" | "clerk" | "supervisor" | "department" | "operator";
  readonly department?: DepartmentId;
  /** Of a clerk. */
  readonly window?: WindowId;
  /** Of somebody who handles an employer: its unified social credit code. */
  readonly employer?: CreditCode;
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
    window: WindowId.parse("win_haikou"),
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
  {
    id: "education-office",
    name: { zh: "教育部门", en: "Education office" },
    role: "department",
    department: Department.parse("dept_education-office"),
    description: {
      zh: "没有自建系统的部门，在待办中答复",
      en: "department without a system, answers in its worklist",
    },
  },
  {
    id: "exit-entry",
    name: { zh: "公安出入境管理部门", en: "Exit and entry administration" },
    role: "department",
    department: Department.parse("dept_exit-entry"),
    description: {
      zh: "没有自建系统的部门，在待办中答复",
      en: "department without a system, answers in its worklist",
    },
  },
  {
    id: "human-resources",
    name: { zh: "人力资源社会保障部门", en: "Human resources and social security" },
    role: "department",
    department: Department.parse("dept_human-resources"),
    description: { zh: "业务部门，查看转给它的办件", en: "department, reads what it was asked" },
  },
  {
    id: "he-lian",
    name: { zh: "何莲", en: "He Lian" },
    role: "applicant",
    employer: CreditCode.parse("91460000MA5T396030"),
    description: { zh: "海南示例科技有限公司经办人", en: "handles Hainan Example Technology Co." },
  },
];
