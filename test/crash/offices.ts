import { createDepartment, type Department } from "@window/department-kit/department.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import { setTimeout as pause } from "node:timers/promises";
import { messagingAt, openMessengers } from "../kit/messengers.ts";
import type { Orders } from "./orders.ts";

/** The departments of the item, which agree at once, and a text-message gateway: servers beside the window that outlive it. */
export interface Offices {
  readonly endpoints: Orders["endpoints"];
  readonly sms: NonNullable<Orders["sms"]>;
  /** How often the gateway was asked to send a message of each id. */
  told(): ReadonlyMap<string, number>;
  /** How often a webhook of each id was taken, for one case or for all. */
  heard(): ReadonlyMap<string, number>;
  /** Webhooks that were not taken, which never is right. */
  refused(): readonly string[];
  close(): Promise<void>;
}

const NAMES = ["talent-office", "housing-office"];

/** A callback that finds no window is sent again this soon: the next one is on its way. */
const AGAIN_MILLISECONDS = 25;

const open = async (name: string) => {
  const sending = newWebhookSecret();
  const receiving = newWebhookSecret();
  const desk = await createDepartment({
    source: `urn:department:${name}`,
    endpointSecrets: [sending],
    receivingSecret: receiving,
    decide: () => ({ answer: { outcome: "agree", reasons: [] } }),
    wait: (_, signal) => pause(AGAIN_MILLISECONDS, undefined, { signal }),
  });
  const endpoint = { url: desk.url, sending: [sending], receiving: [receiving] };
  return { desk, entry: [`dept_${name}`, endpoint] as const };
};

const deliveriesOf = (desks: readonly Department[]) => desks.flatMap((desk) => desk.deliveries());

const counted = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
};

export const openOffices = async (): Promise<Offices> => {
  const opened = await Promise.all(NAMES.map(open));
  const desks = opened.map(({ desk }) => desk);
  const messengers = await openMessengers(messagingAt(0, 0));
  return {
    endpoints: Object.fromEntries(opened.map(({ entry }) => entry)),
    sms: messengers.sms,
    heard: () => counted(deliveriesOf(desks).flatMap(({ id = "", status }) => (status < 300 ? [id] : []))),
    told: () => counted(messengers.texts.map(({ requestId }) => requestId)),
    refused: () =>
      deliveriesOf(desks).flatMap(({ status, cause = "" }) => (status < 300 ? [] : [`${status} ${cause}`])),
    close: async () => {
      await Promise.all([...desks.map((desk) => desk.close()), messengers.close()]);
    },
  };
};
