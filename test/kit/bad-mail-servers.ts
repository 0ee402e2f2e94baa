import type { Socket } from "node:net";

const GREETING = "220 at your service\r\n";

/** Answers each line by its first word; `undefined` is silence. */
const answering =
  (answerTo: (verb: string, socket: Socket) => string | undefined) =>
  (socket: Socket): void => {
    socket.write(GREETING);
    let rest = "";
    socket.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const answer = answerTo(line === "." ? "." : line.slice(0, 4).toUpperCase(), socket);
        if (answer !== undefined && !socket.destroyed) socket.write(answer);
      }
    });
  };

const usual = (verb: string): string | undefined =>
  ({ EHLO: "250 fine\r\n", MAIL: "250 fine\r\n", RCPT: "250 fine\r\n", DATA: "354 go on\r\n" })[verb];

const dribble = (socket: Socket): void => {
  socket.write(GREETING);
  const drops = setInterval(() => socket.write("250-wait\r\n"), 20);
  socket.once("close", () => clearInterval(drops));
};

/** The ways in which a mail server says neither yes nor no; `isSilent` where only a deadline ends it. */
export const badMailServers: readonly {
  readonly what: string;
  readonly isSilent: boolean;
  readonly speak: (socket: Socket) => void;
}[] = [
  { what: "hangs up at once", isSilent: false, speak: (socket) => socket.destroy() },
  { what: "takes the connection and says nothing", isSilent: true, speak: () => undefined },
  { what: "never comes to an end", isSilent: true, speak: dribble },
  {
    what: "speaks HTTP",
    isSilent: false,
    speak: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
  },
  { what: "answers with noise", isSilent: false, speak: (socket) => socket.end(Buffer.alloc(2_000, 0xff)) },
  { what: "asks to come again", isSilent: false, speak: (socket) => socket.end("421 later\r\n") },
  {
    what: "hangs up at the address",
    isSilent: false,
    speak: answering((verb, socket) => (verb === "RCPT" ? (socket.destroy(), undefined) : usual(verb))),
  },
  {
    what: "hangs up when it has the whole letter and has not said so",
    isSilent: false,
    speak: answering((verb, socket) => (verb === "." ? (socket.destroy(), undefined) : usual(verb))),
  },
  {
    what: "has the whole letter and says nothing",
    isSilent: true,
    speak: answering((verb) => (verb === "." ? undefined : usual(verb))),
  },
  {
    what: "answers the letter with a number that means nothing",
    isSilent: false,
    speak: answering((verb) => (verb === "." ? "999 well\r\n" : usual(verb))),
  },
];
