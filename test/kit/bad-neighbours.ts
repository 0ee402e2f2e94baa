import type { Socket } from "node:net";

/** A server that gives no answer, and the code that is made of it. */
interface BadNeighbour {
  readonly what: string;
  readonly cause: string;
  readonly speak: (socket: Socket) => void;
}

const HEAD = "HTTP/1.1 200 OK\r\n";

/** Once something of the request has come. */
const heard = (speak: (socket: Socket) => void) => (socket: Socket) => {
  socket.once("data", () => speak(socket));
};

const dripping = (socket: Socket): void => {
  socket.write(HEAD);
  const drops = setInterval(() => socket.write("x-drop: 1\r\n"), 20);
  socket.once("close", () => clearInterval(drops));
};

/** The ways in which whoever is posted to fails before there is an answer. */
export const badNeighbours: readonly BadNeighbour[] = [
  { what: "hangs up at once", cause: "reset", speak: (socket) => socket.destroy() },
  { what: "hangs up when it has heard us", cause: "reset", speak: heard((socket) => socket.destroy()) },
  {
    what: "breaks off in the middle of its headers",
    cause: "reset",
    speak: heard((socket) => socket.write(`${HEAD}content-`, () => socket.resetAndDestroy())),
  },
  { what: "takes the connection and says nothing", cause: "timeout", speak: () => undefined },
  { what: "never comes to the end of its headers", cause: "timeout", speak: heard(dripping) },
  {
    what: "speaks the language of mail",
    cause: "malformed-answer",
    speak: heard((socket) => socket.end("220 mail.example ESMTP\r\n")),
  },
  {
    what: "answers with noise",
    cause: "malformed-answer",
    speak: heard((socket) => socket.end(Buffer.alloc(2_000, 0xff))),
  },
];

/** Short, so that nobody waits for those who say nothing; long for all others, also on a busy machine. */
export const deadlineFor = ({ cause }: Pick<BadNeighbour, "cause">): number =>
  cause === "timeout" ? 300 : 15_000;
