/** The ways to people in the demonstration: a mailbox, and a text-message gateway beside the window. */
import { Occasion } from "@window/domain/notice/occasion.ts";
import { pageOf, wordsOf } from "@window/domain/notice/words.ts";
import { CaseNumber } from "@window/domain/id.ts";
import { Language } from "@window/domain/text.ts";
import type { DataFolder } from "@window/local/data-folder.ts";
import { openDemonstrationGateway, type DemonstrationGateway } from "@window/local/demonstration-gateway.ts";
import { openMailbox } from "@window/local/mailbox.ts";
import type { Channels } from "@window/local/notifier.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";

/** 示例: a registered signature and registered templates, as a gateway of the mainland wants them. */
const SIGN_NAME = "示例服务窗口";
const ACCESS_KEY = "demonstration";
const codeOf = (occasion: Occasion, language: Language): string => `SMS_${occasion}_${language}`;

const templates = Object.fromEntries(
  Occasion.options.map((occasion) => [occasion, { zh: codeOf(occasion, "zh"), en: codeOf(occasion, "en") }]),
);

const sayer = (origin: string) => (template: string, number: string) => {
  const typed = CaseNumber.safeParse(number).data;
  const window = { zh: "窗口", en: "a window" };
  for (const occasion of Occasion.options)
    for (const language of Language.options)
      if (codeOf(occasion, language) === template && typed !== undefined)
        return wordsOf(occasion, { number: typed, window, page: pageOf(origin) }).body[language];
  return undefined;
};

/** Opens what nobody gave; a gateway or a mail server that is somewhere else stays there. */
export const openChannels = async (
  folder: DataFolder,
  origin: string,
  channels: Channels,
): Promise<Pick<DemonstrationGateway, "close">> => {
  const mailbox = openMailbox();
  channels.mailbox = mailbox;
  if (channels.sms !== undefined) return { close: () => Promise.resolve() };
  const secret = newWebhookSecret(folder.key("sms-reports"));
  const secretKey = Buffer.from(folder.key("sms-gateway")).toString("base64url");
  const gateway = await openDemonstrationGateway({
    accessKey: ACCESS_KEY,
    secretKey,
    say: sayer(origin),
    mailbox,
    clock: wireClock,
    report: { url: `${origin}/notices/reports`, secret },
  });
  channels.sms = {
    url: gateway.url,
    accessKey: ACCESS_KEY,
    secretKey,
    signName: SIGN_NAME,
    templates,
    reporting: [secret],
  };
  return gateway;
};
