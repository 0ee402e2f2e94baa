import * as z from "zod";

/** What a thread says of the histories it has told. */
export const ToldMany = z.object({
  cases: z.int(),
  wrong: z.array(z.object({ seed: z.int(), sentences: z.array(z.string()) })),
});
export type ToldMany = z.infer<typeof ToldMany>;
