import { Department } from "@window/domain/place/department.ts";

/** The departments that the shipped item asks. Addresses and secrets of their webhooks are configuration. */
export const departments: readonly Department[] = [
  {
    id: "dept_talent-office",
    name: { zh: "人才部门", en: "Talent office" },
    delivery: { kind: "webhook" },
  },
  {
    id: "dept_housing-office",
    name: { zh: "住建部门", en: "Housing office" },
    delivery: { kind: "webhook" },
  },
].map((department) => Department.parse(department));
