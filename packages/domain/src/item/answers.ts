import * as z from "zod";
import { FieldId } from "./field.ts";

/** What was answered, by field. Integers are numbers, everything else text in its canonical form. */
export const Answers = z.record(FieldId, z.union([z.string(), z.int()]));
export type Answers = z.infer<typeof Answers>;
