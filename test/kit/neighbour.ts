import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { createServer as createPlain, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import * as z from "zod";

/** What came over the wire. */
export interface Heard {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const Headers = z.record(z.string(), z.string());

/** On a free port of this machine until the test ends. */
const listening = async (context: TestContext, server: Server): Promise<number> => {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  context.after(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  return z.object({ port: z.int() }).parse(server.address()).port;
};

/** Somebody else's HTTP server, which notes what it hears and answers as the test says. */
export const openNeighbour = async (
  context: TestContext,
  answer: (response: ServerResponse, heard: Heard) => void,
) => {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const one = { headers: Headers.parse(request.headers), body };
      heard.push(one);
      answer(response, one);
    });
  });
  const port = await listening(context, server);
  return { url: `http://127.0.0.1:${String(port)}/hook`, heard };
};

/** Something that listens and may speak anything; gives its port. */
export const openStranger = (context: TestContext, speak: (socket: Socket) => void): Promise<number> =>
  listening(context, createPlain(speak));
