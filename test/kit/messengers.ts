import { NoticeId } from "@window/domain/id.ts";
import { Occasion } from "@window/domain/notice/occasion.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import type { MailServer } from "@window/node/mail-server.ts";
import type { SmsAccount } from "@window/node/sms-account.ts";
import { newWebhookSecret, signWebhook } from "@window/node/webhook-signature.ts";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { openMailServer } from "./mail-server.ts";

/** No gateway knows this number, and no mail server this address. */
export const UNKNOWN_NUMBER = "+8613900000000";
export const UNKNOWN_ADDRESS = "nobody@example.com";

const Text = z.object({
  requestId: NoticeId,
  phoneNumber: z.string(),
  templateCode: z.string(),
  templateParam: z.object({ number: z.string() }),
});
type Text = z.infer<typeof Text>;

/** Where they are and how they are spoken to; settled before a window is deployed. */
export interface Messaging {
  readonly mail: MailServer;
  readonly sms: SmsAccount;
}

export interface Messengers extends Messaging {
  /** Text messages as they were asked for, repeated ones too. */
  readonly texts: readonly Text[];
  readonly letters: readonly { readonly to: readonly string[]; readonly raw: string }[];
  /** What the gateway reports to a window, signed by it. */
  report(origin: string, body: object, how?: Reporting): Promise<Response>;
  close(): Promise<void>;
}

export interface Reporting {
  readonly id?: string;
  readonly secret?: string;
  readonly secondsAgo?: number;
}

const templates = Object.fromEntries(
  Occasion.options.map((occasion) => [occasion, { zh: `${occasion}-zh`, en: `${occasion}-en` }]),
);

export const messagingAt = (mailPort: number, smsPort: number): Messaging => ({
  mail: { url: `smtp://127.0.0.1:${String(mailPort)}`, from: "window@talent.example.com" },
  sms: {
    url: `http://127.0.0.1:${String(smsPort)}/sms`,
    accessKey: "AK",
    secretKey: "a-secret-of-this-test",
    signName: "示例窗口",
    templates,
    reporting: [newWebhookSecret()],
  },
});

const portOf = (url: string): number => Number(new URL(url).port);

/** A mail server and a text-message gateway on this machine, beside a window under test. */
export const openMessengers = async ({ mail, sms }: Messaging): Promise<Messengers> => {
  const texts: Text[] = [];
  const server = await openMailServer(
    {
      onRcptTo: ({ address }, _, done) =>
        done(
          address === UNKNOWN_ADDRESS
            ? Object.assign(new Error("no such user"), { responseCode: 550 })
            : null,
        ),
    },
    portOf(mail.url),
  );
  const gateway = createServer((request, response) => {
    void text(request).then((body) => {
      const asked = Text.parse(JSON.parse(body));
      texts.push(asked);
      const code = asked.phoneNumber === UNKNOWN_NUMBER ? "isv.MOBILE_NUMBER_ILLEGAL" : "OK";
      response.end(JSON.stringify({ code }));
    });
  });
  await once(gateway.listen(portOf(sms.url), "127.0.0.1"), "listening");
  const { port } = z.object({ port: z.int() }).parse(gateway.address());
  const [reporting = ""] = sms.reporting;
  return {
    mail: { ...mail, url: server.url },
    sms: { ...sms, url: `http://127.0.0.1:${String(port)}/sms` },
    texts,
    letters: server.letters,
    report(origin, report, { id = randomUUID(), secret = reporting, secondsAgo = 0 } = {}) {
      const body = JSON.stringify(report);
      const timestamp = Math.floor(wireClock.now() / 1000) - secondsAgo;
      return fetch(`${origin}/notices/reports`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "webhook-id": id,
          "webhook-timestamp": String(timestamp),
          "webhook-signature": signWebhook([secret], id, timestamp, body),
        },
        body,
      });
    },
    async close() {
      gateway.closeAllConnections();
      gateway.close();
      await server.close();
    },
  };
};
