import * as z from "zod";

/** What a person reads, in both languages of the window. */
export const Text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;

export const Language = z.enum(["zh", "en"]);
export type Language = z.infer<typeof Language>;
