import { reportDelivery } from "@window/contract/operations/notices.ts";
import { DeliveryReport } from "@window/contract/wire/notice.ts";
import { takeReport } from "@window/domain/act/take-report.ts";
import { ActorId } from "@window/domain/id.ts";
import { answer } from "../answer.ts";
import type { Receiver } from "../handler.ts";
import { parseBody } from "../read-call.ts";
import { readBody } from "../read-body.ts";
import { isRefused } from "../refused.ts";
import { settled } from "../settled.ts";

const GATEWAY = ActorId.parse("sys_sms-gateway");

/**
 * A gateway's message about one of ours. The signature is held against the raw bytes before anything is parsed;
 * `webhook-id` is what the message is known by, so the same one again changes nothing and another body under it is refused.
 */
const receive: Receiver["receive"] = async (deps, context) => {
  const body = await readBody(context.req.raw);
  if (isRefused(body)) return body;
  const headers = {
    id: context.req.header("webhook-id"),
    timestamp: context.req.header("webhook-timestamp"),
    signature: context.req.header("webhook-signature"),
  };
  const proof = deps.prove({
    secrets: await deps.gatewaySecrets(),
    headers,
    body,
    now: deps.wireClock.now(),
  });
  if (!proof.ok) return { problem: proof.cause };
  const parsed = parseBody(reportDelivery, body, context.req.header("content-type"));
  if (isRefused(parsed)) return parsed;
  const { notice, outcome, cause = "undelivered" } = DeliveryReport.parse(parsed.value);
  const by = { gateway: GATEWAY, message: headers.id ?? "" };
  return settled(await takeReport(deps, { notice, outcome, cause }, by), () => answer(204, null));
};

export const report = { reportDelivery: { operation: reportDelivery, receive } };
