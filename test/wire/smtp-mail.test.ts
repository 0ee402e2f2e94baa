import { CaseNumber, NoticeId } from "@window/domain/id.ts";
import type { Message, Told } from "@window/domain/port/notifier.ts";
import { sendMail } from "@window/node/smtp-mail.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SMTPServerOptions } from "smtp-server";
import { openMailServer, textOfMail } from "../kit/mail-server.ts";

const FROM = "window@talent.example.com";

const message: Message = {
  notice: NoticeId.parse("ntc_sample-granted"),
  channel: "email",
  to: "suparman@example.com",
  occasion: "granted",
  number: CaseNumber.parse("0123-4567-89AB"),
  subject: { zh: "办件已办结", en: "Your case is decided" },
  body: { zh: "您的办件已办结。", en: "Your case is decided." },
};

const sent = (url: string, more: Partial<Message> = {}): Promise<Told> =>
  sendMail({ server: { url, from: FROM }, allowLoopback: true }, { ...message, ...more });

/** What is made of a server that behaves so. */
const hearing = async (options: Partial<SMTPServerOptions>): Promise<Told> => {
  const server = await openMailServer(options);
  try {
    return await sent(server.url);
  } finally {
    await server.close();
  }
};

const answering = (responseCode: number) => Object.assign(new Error("as asked"), { responseCode });

test("a mail goes to one address, under the id of its notice, marked as sent by a machine", async () => {
  const server = await openMailServer();
  for (let times = 0; times < 2; times += 1) assert.deepEqual(await sent(server.url), { kind: "taken" });
  await server.close();
  const [first, second] = server.letters;
  assert.ok(first && second);
  assert.deepEqual([first.from, first.to], [FROM, ["suparman@example.com"]]);
  for (const { raw } of [first, second]) {
    assert.match(raw, /^Message-ID: <ntc_sample-granted@talent\.example\.com>\r?$/im);
    assert.match(raw, /^Auto-Submitted: auto-generated\r?$/im);
  }
});

test("a mail is in the language chosen, and in both where none was", async () => {
  const server = await openMailServer();
  await sent(server.url, { language: "en" });
  await sent(server.url);
  await server.close();
  assert.deepEqual(
    server.letters.map(({ raw }) => textOfMail(raw).trim()),
    ["Your case is decided.", "您的办件已办结。\n\nYour case is decided."],
  );
});

test("a line break in an address or a subject becomes no header and no second address", async () => {
  const server = await openMailServer();
  await sent(server.url, { to: "one@example.com\r\nBcc: two@example.com" });
  await sent(server.url, { to: "one@example.com, two@example.com" });
  const subject = { zh: "a\r\nBcc: two@example.com", en: "b" };
  assert.deepEqual(await sent(server.url, { subject, language: "zh" }), { kind: "taken" });
  await server.close();
  assert.ok(server.letters.length > 0);
  for (const { to, raw } of server.letters) {
    assert.ok(!to.includes("two@example.com"), to.join());
    assert.doesNotMatch(raw, /^Bcc:/im);
  }
});

for (const [code, expected] of [
  [450, { kind: "put-off", cause: "smtp-450" }],
  [452, { kind: "put-off", cause: "smtp-452" }],
  [550, { kind: "turned-down", cause: "smtp-550" }],
  [554, { kind: "turned-down", cause: "smtp-554" }],
] as const) {
  test(`an address that is answered ${code} is ${expected.kind}`, async () => {
    assert.deepEqual(await hearing({ onRcptTo: (_, __, done) => done(answering(code)) }), expected);
  });
  test(`a content that is answered ${code} is ${expected.kind}`, async () => {
    const onData: SMTPServerOptions["onData"] = (stream, _, done) => {
      stream.resume().once("end", () => done(answering(code)));
    };
    assert.deepEqual(await hearing({ onData }), expected);
  });
}

test("a server that refuses our login has not judged the address", async () => {
  const server = await openMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(answering(535)),
  });
  const url = server.url.replace("smtp://", "smtp://user:wrong@");
  assert.deepEqual(await sent(url), { kind: "put-off", cause: "login-refused" });
  await server.close();
});

test("without TLS nothing is sent to another machine", async () => {
  const server = await openMailServer();
  const outside = {
    server: { url: server.url, from: FROM },
    allowLoopback: false,
    deadlineMilliseconds: 2_000,
  };
  assert.deepEqual(await sendMail(outside, message), { kind: "put-off", cause: "tls" });
  assert.deepEqual(server.letters, []);
  await server.close();
});

test("a certificate that nobody vouches for is not trusted", async () => {
  const server = await openMailServer({ secure: true });
  const url = server.url.replace("smtp://", "smtps://");
  const told = await sendMail(
    { server: { url, from: FROM }, allowLoopback: true, deadlineMilliseconds: 2_000 },
    message,
  );
  assert.equal(told.kind, "put-off");
  assert.deepEqual(server.letters, []);
  await server.close();
});
