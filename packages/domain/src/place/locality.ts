import * as z from "zod";

/** The place a window serves, as a code of our own: 洋浦 has no county code in GB/T 2260, so those numbers do not reach. */
export const Locality = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40)
  .brand<"Locality">();
export type Locality = z.infer<typeof Locality>;
