import { Delivery } from "@window/domain/delivery/delivery.ts";
import type { Deliveries } from "@window/domain/port/deliveries.ts";
import { openDurableQueue, type DurableQueue, type QueueParts } from "./durable-queue.ts";
import type { DataFolder } from "./data-folder.ts";

export interface LocalDeliveries
  extends Deliveries, Pick<DurableQueue, "tick" | "settled" | "run" | "stop" | "redrive"> {
  /** What failed five times, with the id to redrive it by. */
  parked(): readonly { readonly id: number; readonly failures: number; readonly delivery: Delivery }[];
}

interface Parts extends Pick<QueueParts, "clock" | "report"> {
  /** Makes one attempt; what it throws brings the delivery again. */
  readonly deliver: (delivery: Delivery) => Promise<unknown>;
}

/** Each department has a lane of its own, so that one that does not answer keeps nobody else waiting. */
export const openDeliveries = (folder: DataFolder, { deliver, ...parts }: Parts): LocalDeliveries => {
  const hand = (content: string): Promise<unknown> => deliver(Delivery.parse(JSON.parse(content)));
  const queue = openDurableQueue(folder, { ...parts, name: "deliveries", hand });
  return {
    ...queue,
    send: (delivery, afterMilliseconds) =>
      queue.send(delivery.department, JSON.stringify(delivery), afterMilliseconds),
    parked: () =>
      queue.parked().map(({ id, failures, content }) => ({
        id,
        failures,
        delivery: Delivery.parse(JSON.parse(content)),
      })),
  };
};
