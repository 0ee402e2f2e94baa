import type { ReferralRequested } from "./events.ts";

const attributes = ["id", "source", "subject", "time"] satisfies readonly (keyof ReferralRequested)[];
const texts = [
  "referral",
  "case",
  "caseNumber",
  "item",
  "step",
  "handle",
  "callback",
  "details",
  "due",
] satisfies readonly (keyof ReferralRequested["data"])[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const allText = (record: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.every((name) => typeof record[name] === "string");

/** Whether a parsed body asks this department something, with every member that an answer hangs on. */
const isReferralRequested = (event: unknown): event is ReferralRequested =>
  isRecord(event) &&
  event["specversion"] === "1.0" &&
  event["type"] === "talent.referral.requested.v1" &&
  allText(event, attributes) &&
  isRecord(event["data"]) &&
  allText(event["data"], texts) &&
  typeof event["data"]["provisional"] === "boolean" &&
  isRecord(event["data"]["question"]) &&
  allText(event["data"]["question"], ["zh", "en"]);

/**
 * The referral in a verified body, or undefined for any other event: answer those with 2xx too, or the window sends
 * them again. Call it after `verifyWebhook`, never before.
 */
export const readReferral = (body: string | Uint8Array): ReferralRequested | undefined => {
  try {
    const text = typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true }).decode(body);
    const event: unknown = JSON.parse(text);
    return isReferralRequested(event) ? event : undefined;
  } catch {
    return undefined;
  }
};
