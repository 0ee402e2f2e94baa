/** What operators keep for a stage. Each function asks for what it needs, and its role lets it to that alone. */
import { environment } from "@window/aws/names.ts";
import { openSecret, type ReadingSecrets } from "@window/aws/secret.ts";
import { Endpoints, Mail, Registers, Reports, Sms } from "@window/aws/secrets.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { need } from "./aws-env.ts";
import { failed } from "./aws-log.ts";

export const reading: ReadingSecrets = { clock: wireClock, failed: (fault) => failed("secret", fault) };

export const endpointsSecret = () => openSecret(Endpoints, need(environment.endpointsSecret), reading);
export const registersSecret = () => openSecret(Registers, need(environment.registersSecret), reading);
export const reportsSecret = () => openSecret(Reports, need(environment.reportsSecret), reading);

export const channelSecrets = () => ({
  mail: openSecret(Mail, need(environment.mailSecret), reading),
  sms: openSecret(Sms, need(environment.smsSecret), reading),
});
