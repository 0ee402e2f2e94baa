import { Department } from "@window/domain/place/department.ts";

const webhook = { kind: "webhook" };
const worklist = { kind: "worklist" };

/**
 * The departments that the shipped items ask. Those with a system of their own are called by webhook, the others answer
 * in the worklist (网络终端审批). Addresses and secrets are configuration.
 */
export const departments: readonly Department[] = [
  { id: "dept_talent-office", name: { zh: "人才部门", en: "Talent office" }, delivery: webhook },
  { id: "dept_housing-office", name: { zh: "住建部门", en: "Housing office" }, delivery: webhook },
  {
    id: "dept_talent-centre",
    name: { zh: "省人才服务中心", en: "Provincial talent service centre" },
    delivery: webhook,
  },
  {
    // Reviews beside the centre, in one round with it.
    id: "dept_industry-authority",
    name: { zh: "省级行业主管部门", en: "Provincial authority of the industry" },
    delivery: webhook,
  },
  {
    // Holds a power of the province for its park, from a date on.
    id: "dept_park-talent-office",
    name: { zh: "重点园区人才服务部门", en: "Talent office of the park" },
    delivery: webhook,
  },
  {
    id: "dept_human-resources",
    name: { zh: "人力资源社会保障部门", en: "Human resources and social security" },
    delivery: webhook,
  },
  { id: "dept_civil-service", name: { zh: "公务员主管部门", en: "Civil service office" }, delivery: webhook },
  { id: "dept_education-office", name: { zh: "教育部门", en: "Education office" }, delivery: worklist },
  {
    id: "dept_exit-entry",
    name: { zh: "公安出入境管理部门", en: "Exit and entry administration" },
    delivery: worklist,
  },
].map((department) => Department.parse(department));
