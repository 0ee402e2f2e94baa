import * as z from "zod";
import { Limit } from "../calendar/limit.ts";
import { DepartmentId } from "../place/department.ts";
import { Text } from "../text.ts";
import { code } from "./code.ts";
import { MaterialId } from "./material.ts";

export const StepId = code.brand<"StepId">();
export type StepId = z.infer<typeof StepId>;

/**
 * What one department is asked in a round, and how long it has. `materials` are the ones it needs for its answer and may
 * see; without them it may see every material of the item (个人信息保护法 art. 6: no more than the purpose needs).
 */
export const Step = z.object({
  id: StepId,
  department: DepartmentId,
  question: Text,
  limit: Limit,
  materials: z.array(MaterialId).exactOptional(),
});
export type Step = z.infer<typeof Step>;
