import type { Text } from "@window/domain/text.ts";
import { getRequestListener } from "@hono/node-server";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod";
import { answerClientFault } from "./client-fault.ts";
import { isForeignHost } from "./foreign-host.ts";
import { problemResponse } from "./problem-response.ts";

/** Another program listens on the port. */
export class PortInUse extends Error {
  override readonly name = "PortInUse";
  readonly text: Text;
  constructor(port: number) {
    super(`Port ${port} is in use by another program. Stop it, or choose another with PORT.`);
    this.text = {
      zh: `端口 ${port} 已被其他程序占用。请先停止该程序，或用 PORT 指定其他端口。`,
      en: this.message,
    };
  }
}

export interface Door {
  /** `http://localhost:3000`; from here on requests wait until `open` is called. */
  readonly origin: string;
  /** Lets requests in: those below `mounts` go there, everything else to `fetch`. */
  open(rooms: Rooms): void;
  /** Takes no new request, lets those under way end for two seconds, then closes every connection. */
  close(): Promise<void>;
}

export interface Rooms {
  /** `peer` is the address that has connected. */
  readonly fetch: (request: Request, peer: string) => Response | Promise<Response>;
  readonly mounts: Readonly<Record<string, Listener>>;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What this window may be called: by this machine's own names, or by those of a proxy before it. */
export type Names = "own" | "any";

const GRACE = 2000;

const Address = z.object({ port: z.int() });
const Taken = z.object({ code: z.literal("EADDRINUSE") });

/**
 * One port for everything, on the loopback address alone: nobody on the network reaches a demonstration, and no page of
 * somebody else by a name that leads here. Throws PortInUse. Port 0 takes a free one.
 */
export const listen = async (port: number, names: Names = "own"): Promise<Door> => {
  const { promise: opened, resolve: open } = Promise.withResolvers<Listener>();
  // Without a Host the rooms say what is wrong, where Node would say nothing.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    void opened.then((listener) => listener(request, response));
  });
  server.on("clientError", answerClientFault);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (fault) => {
      reject(Taken.safeParse(fault).success ? new PortInUse(port) : fault);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: bound } = Address.parse(server.address());
  return {
    origin: `http://localhost:${bound}`,
    open: (rooms) => open(listenerOf(rooms, names)),
    close: () =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(impatient);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};

const misdirected = getRequestListener(() => problemResponse("host-unknown"));

const listenerOf = ({ fetch, mounts }: Rooms, names: Names): Listener => {
  const others = getRequestListener(
    (request, { incoming }) => fetch(request, incoming.socket.remoteAddress ?? ""),
    { errorHandler: () => problemResponse("not-http") },
  );
  return (request, response) => {
    if (names === "own" && isForeignHost(request.headers.host ?? ""))
      return void misdirected(request, response);
    const path = request.url ?? "/";
    const mount = Object.keys(mounts).find((below) => path === below || path.startsWith(`${below}/`));
    const mounted = mount === undefined ? undefined : mounts[mount];
    if (mounted === undefined) void others(request, response);
    else mounted(request, response);
  };
};
