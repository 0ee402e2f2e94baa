import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { onLoopback } from "./on-loopback.ts";

/** What becomes of a call: it goes through, it is turned away untouched, or it is done and nobody hears of it. */
export type Fate = "goes-through" | "turned-away" | "answer-lost";

export interface BeforeTables {
  readonly endpoint: string;
  /** How many calls of the table service had each fate. */
  readonly fates: Readonly<Record<Fate, number>>;
  close(): Promise<void>;
}

const TURNED_AWAY = JSON.stringify({
  __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
  message: "The level of configured provisioned throughput for one or more tables was exceeded.",
});

/** `PutItem` and the like; undefined for a call of another service. */
const operationOf = ({ headers }: IncomingMessage): string | undefined =>
  /^DynamoDB_\d+\.(\w+)$/.exec(String(headers["x-amz-target"]))?.[1];

const turnAway = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
  incoming.resume();
  outgoing.writeHead(400, { "content-type": "application/x-amz-json-1.0" }).end(TURNED_AWAY);
};

/** Stands before the services of AWS and decides the fate of every call of DynamoDB; the others go through untouched. */
export const openBeforeTables = async (
  behind: string,
  fateOf: (operation: string) => Fate,
): Promise<BeforeTables> => {
  const { hostname, port } = new URL(behind);
  const fates: Record<Fate, number> = { "goes-through": 0, "turned-away": 0, "answer-lost": 0 };

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse, fate: Fate): void => {
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      // Only when the whole answer is here is it sure that the write was made.
      if (fate === "answer-lost") void buffer(answer).then(() => outgoing.destroy());
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers));
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  };

  const { origin, close } = await onLoopback((incoming, outgoing) => {
    const operation = operationOf(incoming);
    const fate = operation === undefined ? "goes-through" : fateOf(operation);
    if (operation !== undefined) fates[fate] += 1;
    if (fate === "turned-away") turnAway(incoming, outgoing);
    else forward(incoming, outgoing, fate);
  });
  return { endpoint: origin, fates, close };
};
