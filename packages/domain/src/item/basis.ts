import * as z from "zod";
import { Day } from "../day.ts";
import { Text } from "../text.ts";

/**
 * What something rests on (设定依据). `official`: read in the official publication; `mirror`: official wording seen on
 * another site, to be checked before anybody relies on it; `press`: reported; `proposed`: nothing was found, this is a
 * demonstration 示例 that the competent authority has to confirm.
 */
export const Basis = z.object({
  title: Text,
  document: z.string().min(1),
  mark: z.enum(["official", "mirror", "press", "proposed"]),
  verifiedOn: Day,
  note: Text.exactOptional(),
});
export type Basis = z.infer<typeof Basis>;
