import type { Message, Told } from "@window/domain/port/notifier.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import { toIso } from "@window/domain/instant.ts";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { canonical } from "./digest.ts";
import type { PostOutcome } from "./guarded-post.ts";
import { guardedPost } from "./guarded-post.ts";
import { authorizationOf } from "./signed-request.ts";
import type { SmsSender } from "./sms-account.ts";

export interface SmsSettings {
  readonly account: SmsSender;
  readonly clock: WireClock;
  /** Development and tests alone: a gateway on this machine. */
  readonly allowLoopback: boolean;
  readonly deadlineMilliseconds?: number;
}

/** A receipt has a few dozen words at most. */
const ANSWER_BYTES = 8 * 1024;

const Receipt = z.object({ code: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/) });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A gateway that limits how often it sends, or that is broken itself (`isp.`, as the mainland clouds word it), may be asked again. */
const mayPass = (code: string): boolean => /^isp\.|LIMIT|THROTTL|BUSY/i.test(code);

/** 200 says only that there is a receipt: what became of the message stands in its code. */
const told = (posted: PostOutcome): Told => {
  if (posted.kind !== "answered") return { kind: "put-off", cause: posted.cause };
  const { status, body } = posted;
  if (status !== 200) return { kind: "put-off", cause: `http-${status}` };
  const receipt = Receipt.safeParse(body === undefined ? undefined : parsed(body)).data;
  if (receipt === undefined) return { kind: "put-off", cause: "malformed-answer" };
  if (receipt.code === "OK") return { kind: "taken" };
  const cause = `sms-${receipt.code}`;
  return mayPass(receipt.code) ? { kind: "put-off", cause } : { kind: "turned-down", cause };
};

/** Has one message sent. `requestId` is the notice's id, so that a gateway which is asked twice sends once. */
export const sendSms = async (settings: SmsSettings, message: Message): Promise<Told> => {
  const { account, clock, ...guard } = settings;
  const template = account.templates[message.occasion]?.[message.language ?? "zh"];
  if (template === undefined) return { kind: "turned-down", cause: "no-template" };
  const body = canonical({
    requestId: message.notice,
    phoneNumber: message.to,
    signName: account.signName,
    templateCode: template,
    templateParam: { number: message.number },
  });
  const { host, pathname: path } = new URL(account.url);
  const headers = { host, "x-date": toIso(clock.now()), "x-nonce": randomUUID() };
  const authorization = authorizationOf(account, { path, body, headers });
  const posted = await guardedPost({
    url: account.url,
    headers: { ...headers, authorization, "content-type": "application/json; charset=utf-8" },
    body,
    keepBytes: ANSWER_BYTES,
    ...guard,
  });
  return told(posted);
};
