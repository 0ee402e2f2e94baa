import type { Language, Text } from "@window/domain/text.ts";
import type { DemonstrationLetter } from "../deps.ts";
import { address } from "./address.ts";
import { Frame } from "./frame.tsx";
import { ShownMoment } from "./moment.tsx";

const words = {
  title: { zh: "演示信箱", en: "Mailbox of the demonstration" },
  example: { zh: "示例", en: "example" },
  lead: {
    zh: "本机演示不向任何人发送短信或邮件：通知都收在这里。正式运行时由邮件服务器和短信网关发送，无法送达的列入窗口的电话告知名单。",
    en: "The demonstration on this machine sends no text message and no mail to anybody: what people are told is kept here. In service a mail server and a text-message gateway send it, and who cannot be reached is called by the window.",
  },
  none: {
    zh: "还没有通知。申请时填写手机号码或电子邮箱，受理后这里会出现通知。",
    en: "Nothing yet. Give a mobile number or an e-mail address in an application, and you will find a message here once it is accepted.",
  },
  to: { zh: "收件", en: "To" },
  at: { zh: "时间", en: "At" },
  sms: { zh: "短信", en: "Text message" },
  email: { zh: "电子邮件", en: "E-mail" },
} satisfies Record<string, Text>;

/** Below `/zh` and `/en`. */
export const MAILBOX = "/mailbox";
export const mailboxAddress = (language: Language): string => address(language, "start") + MAILBOX;

type Shown = { readonly letters: readonly DemonstrationLetter[]; readonly language: Language };

const Letter = ({
  letter,
  language,
}: {
  readonly letter: DemonstrationLetter;
  readonly language: Language;
}) => (
  <li class="card">
    <h2>
      {letter.subject} <span class="kind">{words[letter.channel][language]}</span>{" "}
      <span class="mark">{words.example[language]}</span>
    </h2>
    <dl>
      <dt>{words.to[language]}</dt>
      <dd>{letter.to}</dd>
      <dt>{words.at[language]}</dt>
      <dd>
        <ShownMoment at={letter.at} language={language} />
      </dd>
    </dl>
    {letter.text.split("\n\n").map((part) => (
      <p>{part}</p>
    ))}
  </li>
);

/** What people of the demonstration were sent; there where the window is only tried out. */
export const MailboxPage = ({ letters, language }: Shown) => (
  <Frame language={language} title={words.title} here={MAILBOX}>
    <h1>
      {words.title[language]} <span class="mark">{words.example[language]}</span>
    </h1>
    <p class="lead">{words.lead[language]}</p>
    {letters.length === 0 ? (
      <p>{words.none[language]}</p>
    ) : (
      <ul class="cards">
        {letters.map((letter) => (
          <Letter letter={letter} language={language} />
        ))}
      </ul>
    )}
  </Frame>
);
