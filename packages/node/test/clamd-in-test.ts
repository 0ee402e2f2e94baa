import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** What a clamd does with a connection on which a whole stream has come; by default it looks for one word. */
export type Answers = (stream: Buffer, socket: Socket) => void;

const bySignature: Answers = (stream, socket) => {
  socket.end(stream.includes("EICAR-STANDARD") ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
};

const COMMAND = "zINSTREAM\0";

/** The stream of a message, undefined as long as it is not whole. */
const streamIn = (message: Buffer): Buffer | undefined => {
  if (message.toString("latin1", 0, COMMAND.length) !== COMMAND) return undefined;
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= message.length;) {
    const length = message.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(message.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

/** A server that speaks clamd's protocol for streams, on a free port. */
export const openClamd = async (
  answers: Answers = bySignature,
  early?: (socket: Socket) => void,
  port = 0,
) => {
  const streams: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    early?.(socket);
    let message = Buffer.alloc(0);
    socket.on("data", (part: Buffer) => {
      message = Buffer.concat([message, part]);
      const stream = streamIn(message);
      if (stream === undefined) return;
      streams.push(stream);
      answers(stream, socket);
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const isBound = (found: typeof address): found is AddressInfo =>
    typeof found === "object" && found !== null;
  if (!isBound(address)) throw new Error("no port");
  return {
    address: { host: "127.0.0.1", port: address.port },
    streams,
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
};
