import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { readReferral } from "../read-referral.ts";
import { verifyWebhook } from "../verify-webhook.ts";
import { readBody } from "./read-body.ts";
import type { Journal, Received } from "./journal.ts";
import type { Plan } from "./plan.ts";

const LIMIT_BYTES = 256 * 1024;

/** One attempt of the window to deliver something, as it came and what it was told. */
export type Delivery = {
  /** The header webhook-id, believed only when `status` is 2xx. */
  readonly id: string | undefined;
  readonly status: number;
  /** Why it was not taken. */
  readonly cause?: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

type Desk = {
  readonly endpointSecrets: readonly string[];
  readonly nowSeconds: () => number;
  readonly decide: (referral: Received["event"]) => Plan | Promise<Plan>;
  readonly journal: Journal;
  /** Called once for each referral, after it is written down. */
  readonly taken: (received: Received, plan: Plan) => void;
};

/** Takes in webhooks: signature first, each id once, work afterwards. */
export const createReception = (desk: Desk): ((request: IncomingMessage) => Promise<Delivery>) => {
  const failed = new Map<string, number>();

  const take = async (received: Received): Promise<number> => {
    const { id } = received;
    if (desk.journal.received.has(id)) return 204;
    const plan = await desk.decide(received.event);
    // A second attempt may have come while the plan was made.
    if (desk.journal.received.has(id)) return 204;
    const failures = failed.get(id) ?? 0;
    if (failures < (plan.failTimes ?? 0)) {
      failed.set(id, failures + 1);
      return 500;
    }
    desk.journal.write({ received });
    desk.taken(received, plan);
    return 204;
  };

  return async (request) => {
    const { headers } = request;
    const body = await readBody(request, LIMIT_BYTES);
    const delivery = {
      id: headers["webhook-id"]?.toString(),
      headers,
      body: new TextDecoder().decode(body ?? new Uint8Array()),
    };
    if (request.method !== "POST") return { ...delivery, status: 405, cause: "not-a-post" };
    if (!body) return { ...delivery, status: 413, cause: "too-large" };
    const verdict = await verifyWebhook({
      secrets: desk.endpointSecrets,
      headers,
      body,
      nowSeconds: desk.nowSeconds(),
    });
    if (!verdict.ok) return { ...delivery, status: 401, cause: verdict.cause };
    const event = readReferral(body);
    // An event of a kind that does not concern us is none of the window's faults.
    if (!event) return { ...delivery, status: 204, cause: "not-a-referral" };
    const message = {
      id: verdict.id,
      timestamp: String(verdict.timestamp),
      signature: String(headers["webhook-signature"]),
    };
    return { ...delivery, status: await take({ event, ...message, body: delivery.body }) };
  };
};
