import type { Mail, Sms } from "./secrets.ts";

/** The secrets of the ways to people. */
export interface ChannelSecrets {
  readonly mail: () => Promise<Mail>;
  readonly sms: () => Promise<Sms>;
}

/** The ways to people; a way that is not filled in is not there. */
export const channelsOf = ({ mail, sms }: ChannelSecrets) => ({
  mail: async () => (await mail()) ?? undefined,
  sms: async () => (await sms()) ?? undefined,
});
