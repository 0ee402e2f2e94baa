import { answerReferral } from "@window/contract/operations/referrals.ts";
import { fieldFault } from "@window/contract/field-faults.ts";
import { ReferralCallback } from "@window/contract/referral-events.ts";
import * as act from "@window/domain/act/answer-referral.ts";
import type { Request as Keyed } from "@window/domain/commit.ts";
import { ActorId } from "@window/domain/id.ts";
import type { ProofHeaders } from "@window/domain/port/callback-proof.ts";
import type { HandleContent } from "@window/domain/port/ids.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { ApiDeps } from "../api-deps.ts";
import type { Receiver } from "../handler.ts";
import { parseBody } from "../read-call.ts";
import { readBody } from "../read-body.ts";
import { isRefused, refused, type Refused } from "../refused.ts";
import { told } from "../told.ts";

interface Message {
  readonly headers: ProofHeaders;
  readonly body: Uint8Array;
}

const NOT_THERE = refused({ code: "no-such-referral" });

const proves = async (deps: ApiDeps, department: DepartmentId, { headers, body }: Message) => {
  const endpoint = await deps.endpoints.of(department);
  return deps.prove({ secrets: endpoint?.receiving ?? [], headers, body, now: deps.wireClock.now() });
};

/** Whether another department of ours signed it: then the handle is, for whoever sends it, one that does not exist. */
const isForeign = async (deps: ApiDeps, addressed: DepartmentId, message: Message): Promise<boolean> => {
  const { departments } = await deps.catalogue.current();
  for (const { id } of departments) if (id !== addressed && (await proves(deps, id, message)).ok) return true;
  return false;
};

/** Undefined when the message is from the department that the handle names. */
const objection = async (
  deps: ApiDeps,
  { department }: HandleContent,
  message: Message,
): Promise<Refused | undefined> => {
  const proof = await proves(deps, department, message);
  if (proof.ok) return undefined;
  const foreign = proof.cause === "bad-signature" && (await isForeign(deps, department, message));
  return foreign ? NOT_THERE : { problem: proof.cause };
};

const record = (deps: ApiDeps, handle: HandleContent, event: ReferralCallback, request: Keyed) => {
  if (event.type === "talent.referral.acknowledged.v1") return act.acknowledgeReferral(deps, handle, request);
  const { outcome, reasons, opinion } = event.data;
  const given = { outcome, reasons, ...(opinion === undefined ? {} : { opinion }) };
  return act.answerReferral(deps, handle, given, request);
};

/**
 * A department's message. The signature is held against the raw bytes before anything is parsed; `webhook-id` is what
 * the message is known by, so the same one gets its first outcome again.
 */
const receive: Receiver["receive"] = async (deps, context) => {
  const body = await readBody(context.req.raw);
  if (isRefused(body)) return body;
  const handle = deps.ids.readHandle(context.req.param("handle") ?? "");
  if (handle === undefined) return NOT_THERE;
  const headers = {
    id: context.req.header("webhook-id"),
    timestamp: context.req.header("webhook-timestamp"),
    signature: context.req.header("webhook-signature"),
  };
  const refusal = await objection(deps, handle, { headers, body });
  if (refusal !== undefined) return refusal;
  const parsed = parseBody(answerReferral, body, context.req.header("content-type"));
  if (isRefused(parsed)) return parsed;
  const event = ReferralCallback.parse(parsed.value);
  if (typeof event.subject === "string" && event.subject !== handle.referral)
    return { problem: "request-malformed", faults: [fieldFault("subject", "not-one-of", handle.referral)] };
  return told(
    await record(deps, handle, event, {
      actor: ActorId.parse(handle.department),
      key: deps.keyed({ route: "callback", referral: handle.referral, id: headers.id ?? "" }),
      body: deps.keyed(event),
    }),
  );
};

export const callback = { answerReferral: { operation: answerReferral, receive } };
