import type { Notifier } from "@window/domain/port/notifier.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import type { MailServer } from "./mail-server.ts";
import type { SmsSender } from "./sms-account.ts";

export interface NotifierSettings {
  /** Read anew for every message; absent where nothing is connected. */
  readonly mail: () => Promise<MailServer | undefined>;
  readonly sms: () => Promise<SmsSender | undefined>;
  readonly clock: WireClock;
  /** Development and tests alone: both on this machine. */
  readonly allowLoopback: boolean;
  readonly deadlineMilliseconds?: number;
}

/**
 * The port over SMTP and a text-message gateway. Each is loaded when something is first sent by it, because most of those
 * who ask what is connected send nothing.
 */
export const openNotifier = ({ mail, sms, clock, ...guard }: NotifierSettings): Notifier => ({
  connected: async (channel) => (await (channel === "sms" ? sms() : mail())) !== undefined,
  async tell(message) {
    if (message.channel === "sms") {
      const account = await sms();
      if (account === undefined) return { kind: "turned-down", cause: "no-channel" };
      const { sendSms } = await import("./sms-gateway.ts");
      return sendSms({ account, clock, ...guard }, message);
    }
    const server = await mail();
    if (server === undefined) return { kind: "turned-down", cause: "no-channel" };
    const { sendMail } = await import("./smtp-mail.ts");
    return sendMail({ server, ...guard }, message);
  },
});
