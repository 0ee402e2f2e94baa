import { Day } from "@window/domain/day.ts";
import { CaseNumber } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";

/** Whose time runs. */
const Party = z.object({
  of: z.enum(["applicant", "employer", "window", "department", "nobody"]),
  department: DepartmentId.nullable(),
  name: Text,
});

/** One day: counted or not, by which notice or article, and whose it was. */
const ClockDay = z.object({
  day: Day,
  counted: z.boolean(),
  /** 预计: looked up in a year whose notice is not out. */
  provisional: z.boolean(),
  reason: z.object({ code: z.string(), document: z.string().nullable() }),
  /** Gone by in the limit, still to come, or over the limit. */
  stands: z.enum(["run", "ahead", "over"]),
  party: Party.nullable(),
  text: Text,
});

/** The clock 计时 of a case, day by day since its receipt, with nothing about the person. */
export const Clock = z.object({
  number: CaseNumber,
  receivedOn: Day,
  acceptedOn: Day.nullable(),
  until: Day,
  lastDay: Day.nullable(),
  provisional: z.boolean(),
  /** Counted days that have gone by; those of the parties add up to it. */
  total: z.int(),
  parties: z.array(z.object({ party: Party, days: z.int() })),
  days: z.array(ClockDay),
  /** What would move the date. */
  movers: z.array(z.object({ code: z.string(), text: Text })),
  summary: Text,
});
export type Clock = z.input<typeof Clock>;
