import { Text } from "@window/domain/text.ts";
import * as z from "zod";

/** What is wrong with one field of what was sent. `field` is a path such as `answers.phone`, or empty for the whole. */
export const FieldFault = z.object({ field: z.string(), code: z.string(), cause: Text, remedy: Text });
export type FieldFault = z.infer<typeof FieldFault>;

/**
 * What every refusal answers (RFC 9457, application/problem+json). `type` is a page of this window that explains it;
 * `title` and `detail` repeat `cause` and `remedy` in English for clients that know only the RFC.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  cause: Text,
  remedy: Text,
  faults: z.array(FieldFault),
  /** Where to go instead. */
  link: z.string().optional(),
  /** Names a fault of ours in the logs; tell it to the operator. */
  incident: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
