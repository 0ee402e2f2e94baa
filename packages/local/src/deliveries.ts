import { Delivery } from "@window/domain/delivery/delivery.ts";
import { Inquiry } from "@window/domain/delivery/inquiry.ts";
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
    readonly message: Delivery | Inquiry;
  }[];
}

interface Parts extends Pick<QueueParts, "clock" | "report"> {
  /** Makes one attempt; what it throws brings the delivery again. */
  readonly deliver: (delivery: Delivery) => Promise<unknown>;
  /** Asks a register once, likewise. */
  readonly inquire: (inquiry: Inquiry) => Promise<unknown>;
}

/** Each department and each register has a lane of its own, so that one that does not answer keeps nobody else waiting. */
export const openDeliveries = (
  folder: DataFolder,
  { deliver, inquire, ...parts }: Parts,
): LocalDeliveries => {
  const hand = (content: string): Promise<unknown> => {
    const message: unknown = JSON.parse(content);
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
    parked: () =>
      queue.parked().map(({ id, failures, content }) => ({
        id,
        failures,
        message: z.union([Inquiry, Delivery]).parse(JSON.parse(content)),
      })),
  };
};
