import { request } from "node:http";
import { onLoopback } from "./on-loopback.ts";

export interface Front {
  readonly origin: string;
  /** From now on requests go to this API of the emulator. */
  lead(apiId: string): void;
  close(): Promise<void>;
}

/**
 * Stands before the HTTP API of the emulator, which answers to a host name that does not resolve, and gives it an address
 * that is known before anything is deployed.
 */
export const openFront = async (emulatorPort: () => number): Promise<Front> => {
  let host = "";
  const { origin, close } = await onLoopback((incoming, outgoing) => {
    const onward = request(
      {
        host: "127.0.0.1",
        port: emulatorPort(),
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, host: `${host}:${emulatorPort()}` },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => {
      outgoing.writeHead(502).end();
    });
    incoming.pipe(onward);
  });
  return {
    origin,
    lead(apiId) {
      host = `${apiId}.execute-api.localhost`;
    },
    close,
  };
};
