import { Occasion } from "@window/domain/notice/occasion.ts";
import * as z from "zod";

/**
 * An account at a text-message gateway of mainland shape: whoever sends has a registered signature (短信签名) and
 * registered templates (模板), one per occasion and language, which are given parameters and no text.
 */
export const SmsSender = z.object({
  url: z.url({ protocol: /^https?$/ }),
  accessKey: z.string().min(1),
  secretKey: z.string().min(16),
  signName: z.string().min(2).max(12),
  templates: z.partialRecord(Occasion, z.object({ zh: z.string().min(1), en: z.string().min(1) })),
});
export type SmsSender = z.infer<typeof SmsSender>;

/** The same with `reporting`, the secrets with which the gateway signs its delivery reports (Standard Webhooks). */
export const SmsAccount = SmsSender.extend({ reporting: z.array(z.string()).min(1) });
export type SmsAccount = z.infer<typeof SmsAccount>;
