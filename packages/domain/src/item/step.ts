import * as z from "zod";
import { Limit } from "../calendar/limit.ts";
import { DepartmentId } from "../place/department.ts";
import { Text } from "../text.ts";
import { code } from "./code.ts";

export const StepId = code.brand<"StepId">();
export type StepId = z.infer<typeof StepId>;

/** What one department is asked in a round, and how long it has. */
export const Step = z.object({ id: StepId, department: DepartmentId, question: Text, limit: Limit });
export type Step = z.infer<typeof Step>;
