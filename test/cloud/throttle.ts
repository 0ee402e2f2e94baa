import { once } from "node:events";
import { createServer, request } from "node:http";

export interface Throttle {
  readonly endpoint: string;
  /** How many calls of the table service came, and how many of them were turned away. */
  count(): { readonly calls: number; readonly throttled: number };
  close(): Promise<void>;
}

const TURNED_AWAY = JSON.stringify({
  __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
  message: "The level of configured provisioned throughput for one or more tables was exceeded.",
});

/** Stands before the services of AWS and turns every `nth` call of DynamoDB away; the others go through untouched. */
export const openThrottle = async (behind: string, nth: number): Promise<Throttle> => {
  const { hostname, port } = new URL(behind);
  let calls = 0;
  let throttled = 0;
  const server = createServer((incoming, outgoing) => {
    const isTable = String(incoming.headers["x-amz-target"]).startsWith("DynamoDB_");
    if (isTable) calls += 1;
    if (isTable && calls % nth === 0) {
      throttled += 1;
      incoming.resume();
      outgoing.writeHead(400, { "content-type": "application/x-amz-json-1.0" }).end(TURNED_AWAY);
      return;
    }
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server on a port has an address");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    count: () => ({ calls, throttled }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
