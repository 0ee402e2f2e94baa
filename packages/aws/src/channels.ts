import type { Secret } from "./secret.ts";

/** The ways to people, from the stage's secret; a way that is not filled in is not there. */
export const channelsOf = (secret: () => Promise<Secret>) => ({
  mail: async () => (await secret()).mail,
  sms: async () => (await secret()).sms,
});
