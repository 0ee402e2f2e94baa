import * as z from "zod";
import { Text } from "../text.ts";

export const DepartmentId = z
  .string()
  .regex(/^dept_[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<"DepartmentId">();
export type DepartmentId = z.infer<typeof DepartmentId>;

/**
 * A department 业务部门 that is asked. `webhook`: it has a system of its own; address and secrets are configuration and
 * never stand here. `worklist`: it answers in the portal (网络终端审批).
 */
export const Department = z.object({
  id: DepartmentId,
  name: Text,
  delivery: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("webhook") }),
    z.object({ kind: z.literal("worklist") }),
  ]),
});
export type Department = z.infer<typeof Department>;
