import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";

/** A server of this run, on a free port that only this machine reaches. */
export interface OnLoopback {
  readonly origin: string;
  /** Breaks off what is under way; resolves when nothing listens any more. */
  readonly close: () => Promise<void>;
}

export const onLoopback = async (listener: RequestListener): Promise<OnLoopback> => {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server on a port has an address");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
