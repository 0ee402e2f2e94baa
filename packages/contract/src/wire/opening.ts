import { Opener, Purpose, Shown } from "@window/domain/opening/event.ts";
import { Text } from "@window/domain/text.ts";
import * as z from "zod";
import { Moment } from "./moment.ts";

/**
 * That somebody of the staff opened a case, as its applicant reads it: post and office, not the person. `at` is the first
 * moment; the same officer reading it again within the hour is the same opening. `shown` says whether answers and
 * documents were shown, or only how far the case is.
 */
export const Opening = z.object({
  at: Moment,
  post: z.object({ code: z.enum(Opener.options.map(({ shape }) => shape.post.value)), name: Text }),
  /** Null where the post belongs to no office of the catalogue. */
  office: z.object({ id: z.string(), name: Text }).nullable(),
  purpose: z.object({ code: Purpose, text: Text }),
  shown: Shown,
});
export type Opening = z.input<typeof Opening>;
