import { CaseNumber } from "@window/domain/id.ts";
import type { Message, Notifier, Told } from "@window/domain/port/notifier.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import type { MailServer } from "@window/node/mail-server.ts";
import type { SmsAccount } from "@window/node/sms-account.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as z from "zod";
import { badMailServers } from "../kit/bad-mail-servers.ts";
import { badNeighbours, deadlineFor } from "../kit/bad-neighbours.ts";
import { freshNotice } from "../kit/fresh.ts";
import { openMailServer } from "../kit/mail-server.ts";
import { messagingAt } from "../kit/messengers.ts";
import { openNeighbour, openStranger } from "../kit/neighbour.ts";

interface NotifierParts {
  /** The ways that operators have filled in. */
  readonly mail?: MailServer;
  readonly sms?: SmsAccount;
  readonly clock: WireClock;
  readonly deadlineMilliseconds: number;
}

const local = messagingAt(9, 9);
const mailAt = (url: string): MailServer => ({ ...local.mail, url });
const gatewayAt = (url: string): SmsAccount => ({ ...local.sms, url });

const letter = (): Message => ({
  notice: freshNotice(),
  channel: "email",
  to: "suparman@example.com",
  occasion: "granted",
  number: CaseNumber.parse("0123-4567-89AB"),
  language: "zh",
  subject: { zh: "办件已办结", en: "Your case is decided" },
  body: { zh: "您的办件已办结。", en: "Your case is decided." },
});
const text = (): Message => ({ ...letter(), channel: "sms", to: "+8613800138000" });

const TAKEN: Told = { kind: "taken" };
const answered = (responseCode: number, message = "as asked") =>
  Object.assign(new Error(message), { responseCode });

/** A cause is a code: no blank, no address, nothing that was said. */
const isCode = (told: Told): void => {
  if (told.kind !== "taken") assert.match(told.cause, /^[A-Za-z0-9._-]{1,70}$/);
};

type Make = (parts: NotifierParts) => Promise<Notifier>;

const waysOf = (make: Make) => {
  const opened = (ways: Pick<NotifierParts, "mail" | "sms">, deadlineMilliseconds = 15_000) =>
    make({ ...ways, clock: wireClock, deadlineMilliseconds });
  return {
    opened,
    byMail: (url: string, deadline?: number) => opened({ mail: mailAt(url) }, deadline),
    byText: (url: string, deadline?: number) => opened({ sms: gatewayAt(url) }, deadline),
  };
};

const telling = (name: string, make: Make): void => {
  describe(`notifier: ${name}`, () => {
    const { opened, byMail, byText } = waysOf(make);

    test("a way that is not filled in is not connected, and nothing is sent by it", async () => {
      const none = await opened({});
      const mail = await opened({ mail: local.mail });
      const sms = await opened({ sms: local.sms });
      const seen = await Promise.all(
        [none, mail, sms].map(async (one) => [await one.connected("email"), await one.connected("sms")]),
      );
      assert.deepEqual(seen, [
        [false, false],
        [true, false],
        [false, true],
      ]);
      for (const message of [letter(), text()])
        assert.deepEqual(await none.tell(message), { kind: "turned-down", cause: "no-channel" });
    });

    test("a letter goes to its address, with the same Message-ID however often it is told", async (context) => {
      const server = await openMailServer();
      context.after(() => server.close());
      const notifier = await byMail(server.url);
      const message = letter();
      assert.deepEqual(await notifier.tell(message), TAKEN);
      const again = await Promise.all([notifier.tell(message), notifier.tell(message)]);
      assert.deepEqual(again, [TAKEN, TAKEN]);
      const ids = server.letters.map(({ raw }) => /^Message-ID: (.*?)\r?$/im.exec(raw)?.[1]);
      assert.deepEqual(
        ids,
        [1, 2, 3].map(() => `<${message.notice}@talent.example.com>`),
      );
      assert.deepEqual([...new Set(server.letters.flatMap(({ to }) => to))], [message.to]);
      await notifier.tell(letter());
      assert.doesNotMatch(server.letters.at(-1)?.raw ?? "", new RegExp(message.notice));
    });

    test("a text message is asked for under the same request id however often it is told", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => response.end('{"code":"OK"}'));
      const notifier = await byText(url);
      const message = text();
      assert.deepEqual(await notifier.tell(message), TAKEN);
      await Promise.all([notifier.tell(message), notifier.tell(message)]);
      const asked = heard.map(({ body }) => z.looseObject({ requestId: z.string() }).parse(JSON.parse(body)));
      assert.deepEqual(
        asked.map(({ requestId }) => requestId),
        [1, 2, 3].map(() => message.notice),
      );
      assert.equal(new Set(heard.map(({ body }) => body)).size, 1);
      assert.equal(new Set(heard.map(({ headers }) => headers["x-nonce"])).size, 3);
    });

    for (const [code, kind] of [
      [450, "put-off"],
      [550, "turned-down"],
    ] as const)
      test(`an address that a mail server answers with ${code} is ${kind}`, async (context) => {
        const server = await openMailServer({ onRcptTo: (_, __, done) => done(answered(code)) });
        context.after(() => server.close());
        const told = await (await byMail(server.url)).tell(letter());
        assert.deepEqual(told, { kind, cause: `smtp-${String(code)}` });
      });

    for (const [code, kind] of [
      ["isv.MOBILE_NUMBER_ILLEGAL", "turned-down"],
      ["isv.BUSINESS_LIMIT_CONTROL", "put-off"],
      ["isp.SYSTEM_ERROR", "put-off"],
    ] as const)
      test(`a number that a gateway answers with ${code} is ${kind}`, async (context) => {
        const { url } = await openNeighbour(context, (response) => response.end(JSON.stringify({ code })));
        assert.deepEqual(await (await byText(url)).tell(text()), { kind, cause: `sms-${code}` });
      });

    test("an occasion for which no template is registered is not sent as a text", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => response.end('{"code":"OK"}'));
      const notifier = await opened({ sms: { ...gatewayAt(url), templates: {} } });
      assert.deepEqual(await notifier.tell(text()), { kind: "turned-down", cause: "no-template" });
      assert.deepEqual(heard, []);
    });
  });
};

const failing = (name: string, make: Make): void => {
  describe(`notifier, where the other side gives no clear answer: ${name}`, () => {
    const { byMail, byText } = waysOf(make);

    test("whoever is not there is asked again later", async () => {
      const off: Told = { kind: "put-off", cause: "unreachable" };
      assert.deepEqual(await (await byMail("smtp://127.0.0.1:9")).tell(letter()), off);
      assert.deepEqual(await (await byText("http://127.0.0.1:9/sms")).tell(text()), off);
    });

    for (const { what, isSilent, speak } of badMailServers)
      test(`a mail server that ${what} is asked again later`, async (context) => {
        const port = await openStranger(context, speak);
        const notifier = await byMail(`smtp://127.0.0.1:${String(port)}`, isSilent ? 200 : 15_000);
        const told = await notifier.tell(letter());
        assert.equal(told.kind, "put-off");
        isCode(told);
      });

    for (const { what, cause, speak } of badNeighbours)
      test(`a gateway that ${what} is asked again later`, async (context) => {
        const port = await openStranger(context, speak);
        const notifier = await byText(`http://127.0.0.1:${String(port)}/sms`, deadlineFor({ cause }));
        assert.deepEqual(await notifier.tell(text()), { kind: "put-off", cause });
      });

    for (const [what, status, body] of [
      ["fails", 500, '{"code":"OK"}'],
      ["does not know us", 403, '{"code":"OK"}'],
      ["sends us elsewhere", 302, '{"code":"OK"}'],
      ["says nothing in its receipt", 200, ""],
      ["shows a page", 200, "<html>OK</html>"],
      ["has no code in its receipt", 200, "{}"],
      ["says more than a receipt can be", 200, JSON.stringify({ code: "OK", more: "x".repeat(10_000) })],
    ] as const)
      test(`a gateway that ${what} has not taken the message`, async (context) => {
        const { url } = await openNeighbour(context, (response) => response.writeHead(status).end(body));
        const told = await (await byText(url)).tell(text());
        assert.equal(told.kind, "put-off");
        isCode(told);
      });

    test("a receipt that breaks off is no receipt, and the next attempt has the same id", async (context) => {
      const { url, heard } = await openNeighbour(context, (response) => {
        if (heard.length > 1) return response.end('{"code":"OK"}');
        response.writeHead(200, { "content-length": "40" });
        return response.write('{"code":"OK"}', () => response.destroy());
      });
      const notifier = await byText(url);
      const message = text();
      assert.equal((await notifier.tell(message)).kind, "put-off");
      assert.deepEqual(await notifier.tell(message), TAKEN);
      assert.equal(heard[0]?.body, heard[1]?.body);
    });

    test("nothing of address or text is in a cause, whatever the other side says", async (context) => {
      const [mail, sms] = [letter(), text()];
      const echo = `no ${mail.to} ${sms.to} ${mail.body.zh}`;
      const server = await openMailServer({ onRcptTo: (_, __, done) => done(answered(550, echo)) });
      context.after(() => server.close());
      const { url } = await openNeighbour(context, (response) =>
        response.end(JSON.stringify({ code: sms.to, message: echo })),
      );
      for (const told of [await (await byMail(server.url)).tell(mail), await (await byText(url)).tell(sms)]) {
        assert.notEqual(told.kind, "taken");
        isCode(told);
        assert.doesNotMatch(JSON.stringify(told), /suparman|13800138000|办/);
      }
    });
  });
};

/** `make` composes the notifier as its runtime does, with both on this machine allowed. */
export const notifierSuite = (name: string, make: Make): void => {
  telling(name, make);
  failing(name, make);
};
