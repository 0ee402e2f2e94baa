import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { DepartmentId } from "@window/domain/place/department.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { MailServer } from "@window/node/mail-server.ts";
import { SmsAccount } from "@window/node/sms-account.ts";
import * as z from "zod";
import { openFresh } from "./fresh.ts";
import { patience } from "./patience.ts";

/**
 * What operators keep for a stage: the root of all keyed ids, where departments and registers are, and
 * the ways to people.
 */
export const Secret = z.object({
  /** At least 32 characters; generated with the stack and never changed, because ids hang on it. */
  idSecret: z.string().min(32),
  endpoints: z.partialRecord(
    DepartmentId,
    z.object({ url: z.url(), sending: z.array(z.string()).min(1), receiving: z.array(z.string()).min(1) }),
  ),
  registers: z
    .partialRecord(RegisterId, z.object({ url: z.url(), sending: z.array(z.string()).min(1) }))
    .exactOptional(),
  /** Absent: nobody is told by mail, or by text message, and the window calls. */
  mail: MailServer.exactOptional(),
  sms: SmsAccount.exactOptional(),
});
export type Secret = z.infer<typeof Secret>;

/** Reads the secret at most every five minutes. Throws without a word of what is in it. */
export const openSecret = (
  id: string,
  clock: WireClock,
  client = new SecretsManagerClient(patience),
): (() => Promise<Secret>) =>
  openFresh(async () => {
    const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId: id }));
    const read = Secret.safeParse(parsed(SecretString));
    if (!read.success) throw new Error("the window's secret is not filled in as the operator guide says");
    return read.data;
  }, clock);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
