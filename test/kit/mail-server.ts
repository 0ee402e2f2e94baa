import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import * as z from "zod";

/** A mail server on this machine that keeps what it takes; port 0 is a free one. */
export const openMailServer = async (options: Partial<SMTPServerOptions> = {}, at = 0) => {
  const letters: { readonly from: string; readonly to: readonly string[]; readonly raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      void text(stream).then((raw) => {
        letters.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw,
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  server.listen(at, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = z.object({ port: z.int() }).parse(server.server.address());
  return {
    letters,
    url: `smtp://127.0.0.1:${String(port)}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};

/** The text of a mail as it came over the wire, in whichever encoding it names; lines were folded where it has any. */
export const textOfMail = (raw: string): string => {
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  if (/^content-transfer-encoding: base64\r?$/im.test(raw))
    return Buffer.from(body, "base64").toString("utf8");
  return body.replaceAll(/ ?=?\r\n(?!\r\n)/g, (folded) => (folded.startsWith(" ") ? " " : ""));
};
