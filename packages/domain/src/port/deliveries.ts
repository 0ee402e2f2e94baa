import type { Delivery } from "../delivery/delivery.ts";
import type { Inquiry } from "../delivery/inquiry.ts";
import type { Errand } from "../notice/errand.ts";

/**
 * The way out: of webhooks to departments, questions to registers and notices to people. Every adapter promises:
 * - what was sent here is handed to the sender at least once, not before `afterMilliseconds` (at most 15 minutes);
 * - messages of different departments, registers and channels do not wait for each other;
 * - a sender that throws gets the message again, and after five such failures it lies where an operator finds it.
 */
export interface Deliveries {
  send(delivery: Delivery, afterMilliseconds: number): Promise<void>;
  inquire(inquiry: Inquiry, afterMilliseconds: number): Promise<void>;
  tell(errand: Errand, afterMilliseconds: number): Promise<void>;
}
