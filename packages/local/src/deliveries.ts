import { Delivery } from "@window/domain/delivery/delivery.ts";
import { Inquiry } from "@window/domain/delivery/inquiry.ts";
import { Errand } from "@window/domain/notice/errand.ts";
import type { Deliveries } from "@window/domain/port/deliveries.ts";
import * as z from "zod";
import { openDurableQueue, type DurableQueue, type QueueParts } from "./durable-queue.ts";
import type { DataFolder } from "./data-folder.ts";

export interface LocalDeliveries
  extends Deliveries, Pick<DurableQueue, "tick" | "settled" | "run" | "stop" | "redrive"> {
  /** What failed five times, with the id to redrive it by. */
  parked(): readonly {
    readonly id: number;
    readonly failures: number;
    readonly message: Delivery | Inquiry | Errand;
  }[];
}

interface Parts extends Pick<QueueParts, "clock" | "report"> {
  /** Makes one attempt; what it throws brings the delivery again. */
  readonly deliver: (delivery: Delivery) => Promise<unknown>;
  /** Asks a register once, likewise. */
  readonly inquire: (inquiry: Inquiry) => Promise<unknown>;
  /** Tells somebody something once, likewise. */
  readonly tell: (errand: Errand) => Promise<unknown>;
}

/** Each department, each register and each channel has a lane of its own, so that one that does not answer keeps nobody else waiting. */
export const openDeliveries = (
  folder: DataFolder,
  { deliver, inquire, tell, ...parts }: Parts,
): LocalDeliveries => {
  const hand = (content: string): Promise<unknown> => {
    const message: unknown = JSON.parse(content);
    const errand = Errand.safeParse(message).data;
    if (errand !== undefined) return tell(errand);
    const inquiry = Inquiry.safeParse(message).data;
    return inquiry === undefined ? deliver(Delivery.parse(message)) : inquire(inquiry);
  };
  const queue = openDurableQueue(folder, { ...parts, name: "deliveries", hand });
  return {
    ...queue,
    send: (delivery, afterMilliseconds) =>
      queue.send(delivery.department, JSON.stringify(delivery), afterMilliseconds),
    inquire: (inquiry, afterMilliseconds) =>
      queue.send(inquiry.register, JSON.stringify(inquiry), afterMilliseconds),
    tell: (errand, afterMilliseconds) =>
      queue.send(errand.channel, JSON.stringify(errand), afterMilliseconds),
    parked: () =>
      queue.parked().map(({ id, failures, content }) => ({
        id,
        failures,
        message: z.union([Errand, Inquiry, Delivery]).parse(JSON.parse(content)),
      })),
  };
};
