import * as z from "zod";
import { Limit } from "../calendar/limit.ts";
import { Text } from "../text.ts";
import { Basis } from "./basis.ts";

/**
 * What is signed when a window cannot verify on the spot (告知承诺): applicant and employer sign 分别, each their own
 * 承诺书, and the case is decided at once. `withoutEmployer` and `onePerson` say who signs when there is no employer, and
 * when the applicant is the employer's handler too. `check`: within how long a promise is verified afterwards.
 */
export const Commitment = z.object({
  applicant: Text,
  employer: Text,
  withoutEmployer: z.enum(["applicant-alone", "not-available"]),
  onePerson: z.enum(["signs-for-both", "not-available"]),
  check: Limit,
  basis: Basis,
});
export type Commitment = z.infer<typeof Commitment>;
