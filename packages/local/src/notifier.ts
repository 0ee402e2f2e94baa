import { maskedAddress } from "@window/domain/notice/masked-address.ts";
import type { Message, Notifier } from "@window/domain/port/notifier.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { textIn } from "@window/node/text-in.ts";
import type { MailServer } from "@window/node/mail-server.ts";
import { openNotifier as openOutside, type NotifierSettings } from "@window/node/notifier.ts";
import type { SmsAccount } from "@window/node/sms-account.ts";
import type { Mailbox } from "./mailbox.ts";

/** The ways to people; set while the window starts, because what runs beside it has its address by then. */
export interface Channels {
  mail?: MailServer | undefined;
  sms?: SmsAccount | undefined;
  /** Takes mail where no server is given; the demonstration alone has one. */
  mailbox?: Mailbox | undefined;
}

const letterOf = ({ notice, channel, to, subject, body, language }: Message, clock: WireClock) => ({
  id: notice,
  at: clock.now(),
  channel,
  to: maskedAddress(channel, to),
  subject: textIn(subject, language, " / "),
  text: textIn(body, language, "\n\n"),
});

type Settings = Pick<NotifierSettings, "clock" | "deadlineMilliseconds">;

/** The same as in the cloud, and a mailbox for a demonstration that has no mail server. */
export const openNotifier = (channels: Channels, settings: Settings): Notifier => {
  const outside = openOutside({
    ...settings,
    mail: async () => channels.mail,
    sms: async () => channels.sms,
    allowLoopback: true,
  });
  const boxOf = (channel: Message["channel"]): Mailbox | undefined =>
    channel === "email" && channels.mail === undefined ? channels.mailbox : undefined;
  return {
    connected: async (channel) => boxOf(channel) !== undefined || outside.connected(channel),
    async tell(message) {
      const mailbox = boxOf(message.channel);
      if (mailbox === undefined) return outside.tell(message);
      mailbox.put(letterOf(message, settings.clock));
      return { kind: "taken" };
    },
  };
};
