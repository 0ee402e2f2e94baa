import { RegisterId } from "@window/domain/item/verification.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { MailServer } from "@window/node/mail-server.ts";
import { SmsSender } from "@window/node/sms-account.ts";
import * as z from "zod";
import type { SecretName } from "./names.ts";

/** Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
const WebhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, "not a secret of Standard Webhooks");
const WebhookSecrets = z.array(WebhookSecret).min(1);

/** At least 32 characters; generated with the stack and never changed, because ids hang on it. */
export const Root = z.object({ idSecret: z.string().min(32) });
export type Root = z.infer<typeof Root>;

/** Where departments are, what we sign with and what they sign with. */
export const Endpoints = z.partialRecord(
  DepartmentId,
  z.strictObject({ url: z.url(), sending: WebhookSecrets, receiving: WebhookSecrets }),
);
export type Endpoints = z.infer<typeof Endpoints>;

export const Registers = z.partialRecord(
  RegisterId,
  z.strictObject({ url: z.url(), sending: WebhookSecrets }),
);
export type Registers = z.infer<typeof Registers>;

/** `null`: nobody is told by mail, and the window calls. */
export const Mail = MailServer.strict().nullable();
export type Mail = z.infer<typeof Mail>;

/** `null`: nobody is told by text message. */
export const Sms = SmsSender.strict().nullable();
export type Sms = z.infer<typeof Sms>;

/** What the text-message gateway signs its delivery reports with. */
export const Reports = z.array(WebhookSecret);
export type Reports = z.infer<typeof Reports>;

/** What each secret of a stage has to look like, for whoever fills it and for whoever reads it. */
export const secretSchemas = {
  root: Root,
  endpoints: Endpoints,
  registers: Registers,
  mail: Mail,
  sms: Sms,
  reports: Reports,
} satisfies Record<SecretName, z.ZodType>;
