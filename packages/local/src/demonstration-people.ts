import type { DepartmentId } from "@window/domain/place/department.ts";
import { DepartmentId as Department } from "@window/domain/place/department.ts";
import { CreditCode } from "@window/domain/identifier/credit-code.ts";
import { WindowId } from "@window/domain/place/window.ts";
import type { Text } from "@window/domain/text.ts";

/** Somebody invented 示例, whom anybody at this machine may be. None of them exists. */
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

/** Everybody who applies for themselves. */
const applicants: readonly DemonstrationPerson[] = [
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
    id: "suparman",
    name: { zh: "苏帕尔曼", en: "Suparman" },
    role: "applicant",
    description: {
      zh: "外国申请人，护照上的姓名只有一个词，没有内地手机号",
      en: "foreign applicant whose passport has one word for a name; no mainland mobile",
    },
  },
  {
    id: "zhao-yue",
    name: { zh: "赵悦", en: "Zhao Yue" },
    role: "applicant",
    description: { zh: "应届毕业生，尚无用人单位", en: "graduate without an employer yet" },
  },
  {
    id: "lin-hai",
    name: { zh: "林海", en: "Lin Hai" },
    role: "applicant",
    employer: CreditCode.parse("91460000MA5TDEM05W"),
    description: {
      zh: "创业者，自己就是用人单位经办人；该单位曾违背承诺",
      en: "entrepreneur who is his own employer, which has broken a promise",
    },
  },
  {
    id: "wang-shili",
    name: { zh: "王示例", en: "Wang Shili" },
    role: "applicant",
    description: { zh: "返聘的高龄专家，1950年出生", en: "expert born in 1950, employed again" },
  },
  {
    id: "huang-min",
    name: { zh: "黄敏", en: "Huang Min" },
    role: "applicant",
    description: { zh: "引进人才，有一名学龄子女", en: "recruited talent, parent of a child of school age" },
  },
];

/** 经办人: they handle an employer. */
const handlers: readonly DemonstrationPerson[] = [
  {
    id: "he-lian",
    name: { zh: "何莲", en: "He Lian" },
    role: "applicant",
    employer: CreditCode.parse("91460000MA5T396030"),
    description: {
      zh: "海南示例科技有限公司经办人；该单位没有认定权限",
      en: "handles Hainan Example Technology Co., which may recognise nobody",
    },
  },
  {
    id: "zheng-qi",
    name: { zh: "郑琦", en: "Zheng Qi" },
    role: "applicant",
    employer: CreditCode.parse("91350100M000100Y43"),
    description: {
      zh: "海口示例海洋科技有限公司经办人；该单位有权认定E类人才",
      en: "handles Haikou Example Marine Technology Co., which may recognise class E",
    },
  },
];

/** Those who work here, and the officers of departments that have no system of their own. */
const staff: readonly DemonstrationPerson[] = [
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
    id: "education-office",
    name: { zh: "吴老师（教育部门）", en: "Officer Wu (education office)" },
    role: "department",
    department: Department.parse("dept_education-office"),
    description: {
      zh: "没有自建系统的部门，在待办中答复",
      en: "department without a system, answers in its worklist",
    },
  },
  {
    id: "exit-entry",
    name: { zh: "符警官（公安出入境管理部门）", en: "Officer Fu (exit and entry administration)" },
    role: "department",
    department: Department.parse("dept_exit-entry"),
    description: {
      zh: "没有自建系统的部门，在待办中答复",
      en: "department without a system, answers in its worklist",
    },
  },
];

/** The people, fourteen of every role there is. */
export const persons: readonly DemonstrationPerson[] = [...applicants, ...handlers, ...staff];

const system = (id: string, zh: string, en: string): DemonstrationPerson => ({
  id,
  name: { zh, en },
  role: "department",
  department: Department.parse(`dept_${id}`),
  description: { zh: "业务部门，查看转给它的办件", en: "department, reads what it was asked" },
});

/** Everybody who can log in: people, and departments that have a system of their own. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  ...persons,
  system("talent-office", "人才部门", "Talent office"),
  system("housing-office", "住建部门", "Housing office"),
  system("human-resources", "人力资源社会保障部门", "Human resources and social security"),
  system("civil-service", "公务员主管部门", "Civil service office"),
];
