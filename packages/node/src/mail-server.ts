import * as z from "zod";

/**
 * A mail server: `smtps://user:password@host:465`, or `smtp://…` with STARTTLS, which is insisted on. `from` is the
 * address of the window, and its domain stands in every Message-ID.
 */
export const MailServer = z.object({
  url: z.url({ protocol: /^smtps?$/ }),
  from: z.email(),
});
export type MailServer = z.infer<typeof MailServer>;
