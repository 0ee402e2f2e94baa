import type { Delivery } from "../delivery/delivery.ts";

/**
 * The way of a webhook out. Every adapter promises:
 * - what was sent here is handed to the sender at least once, not before `afterMilliseconds` (at most 15 minutes);
 * - messages of different departments do not wait for each other;
 * - a sender that throws gets the message again, and after five such failures it lies where an operator finds it.
 */
export interface Deliveries {
  send(delivery: Delivery, afterMilliseconds: number): Promise<void>;
}
