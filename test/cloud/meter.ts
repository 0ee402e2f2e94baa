import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { onLoopback } from "./on-loopback.ts";
import { writeUnits } from "./write-units.ts";

/** How often functions asked something of AWS, by `Service.Action`, and what their writes weigh in the tables. */
export interface Counts {
  readonly calls: Readonly<Record<string, number>>;
  readonly writeUnits: number;
}

export interface Meter {
  /** Where functions are sent; the counts lie under `/_meter` of it. */
  readonly endpoint: string;
  close(): Promise<void>;
}

export const METER_PATH = "/_meter";

/** `DynamoDB_20120810.PutItem` without its version; S3 has no such header and is named by its method. */
const nameOf = ({ headers, method = "" }: IncomingMessage): string => {
  const target = headers["x-amz-target"];
  return typeof target === "string" ? target.replace(/_\d{8}\./, ".") : `S3.${method}`;
};

/** Stands between the functions and the services of AWS, and counts what goes through. */
export const openMeter = async (behind: string): Promise<Meter> => {
  const { hostname, port } = new URL(behind);
  const calls: Record<string, number> = {};
  let units = 0;

  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    if (incoming.url === METER_PATH) {
      outgoing.end(JSON.stringify({ calls, writeUnits: units } satisfies Counts));
      return;
    }
    const body = await buffer(incoming);
    const name = nameOf(incoming);
    calls[name] = (calls[name] ?? 0) + 1;
    units += writeUnits(name, body);
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy()).end(body);
  };

  const { origin, close } = await onLoopback((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  return { endpoint: origin, close };
};
