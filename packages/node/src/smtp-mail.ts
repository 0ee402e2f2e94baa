import type { Message, Told } from "@window/domain/port/notifier.ts";
import { createTransport } from "nodemailer";
import * as z from "zod";
import type { MailServer } from "./mail-server.ts";
import { textIn } from "./text-in.ts";

export interface MailSettings {
  readonly server: MailServer;
  /** Development and tests alone: a server on this machine, without TLS. */
  readonly allowLoopback: boolean;
  readonly deadlineMilliseconds?: number;
}

const DEADLINE_MILLISECONDS = 15_000;
/** A server that does not hang up when we do is left after this. */
const CLOSING_MILLISECONDS = 1_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** What nodemailer says of a failure: a word of its own, and the server's answer where there was one. */
const Failure = z.object({ code: z.string().optional(), responseCode: z.int().optional() });

/** Causes that lie with the connection or with us, and not with the address: they pass. */
const PASSING = new Map([
  ["ECONNECTION", "unreachable"],
  ["ESOCKET", "unreachable"],
  ["EDNS", "unresolved"],
  ["ETLS", "tls"],
  ["EAUTH", "login-refused"],
  ["ETIMEDOUT", "timeout"],
]);

/** RFC 5321 §4.2.1: 4yz may be tried again, 5yz not. Whatever is neither is not a clear answer. */
const told = (fault: unknown): Told => {
  const { code = "", responseCode = 0 } = Failure.safeParse(fault).data ?? {};
  const passing = PASSING.get(code);
  if (passing !== undefined) return { kind: "put-off", cause: passing };
  if (responseCode >= 500 && responseCode < 600)
    return { kind: "turned-down", cause: `smtp-${responseCode}` };
  if (responseCode >= 400) return { kind: "put-off", cause: `smtp-${responseCode}` };
  return code === "EENVELOPE"
    ? { kind: "turned-down", cause: "address" }
    : { kind: "put-off", cause: "network" };
};

/** Sends one message as plain text, marked as sent by a machine (RFC 3834) so that no out-of-office answers it. */
export const sendMail = async (settings: MailSettings, message: Message): Promise<Told> => {
  const { server, allowLoopback, deadlineMilliseconds: deadline = DEADLINE_MILLISECONDS } = settings;
  const plain = allowLoopback && LOOPBACK.has(new URL(server.url).hostname);
  const transport = createTransport({
    url: server.url,
    requireTLS: !plain,
    ignoreTLS: plain,
    connectionTimeout: deadline,
    greetingTimeout: deadline,
    socketTimeout: deadline,
    socketCloseTimeout: CLOSING_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { notice, to, language, subject, body } = message;
  // The timeouts above begin anew with each step and each line; this one is for all of it together.
  const signal = AbortSignal.timeout(2 * deadline);
  try {
    await transport.sendMail({
      signal,
      from: server.from,
      to: { name: "", address: to },
      subject: textIn(subject, language, " / "),
      text: `${textIn(body, language, "\n\n")}\n`,
      // Of Chinese it makes a third less than quoted-printable.
      textEncoding: "base64",
      messageId: `<${notice}@${server.from.slice(server.from.indexOf("@") + 1)}>`,
      headers: { "auto-submitted": "auto-generated" },
    });
    return { kind: "taken" };
  } catch (fault) {
    return signal.aborted ? { kind: "put-off", cause: "timeout" } : told(fault);
  } finally {
    transport.close();
  }
};
