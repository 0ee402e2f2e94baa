import * as z from "zod";

/** The shape of every code inside an item: kebab-case ASCII, at most 40 characters. */
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(40);
