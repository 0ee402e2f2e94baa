import { Delivery } from "@window/domain/delivery/delivery.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import { caseOf } from "@window/domain/case/referral-id.ts";
import type { Inquiry } from "@window/domain/delivery/inquiry.ts";
import type { Errand } from "@window/domain/notice/errand.ts";
import type { Deliveries } from "@window/domain/port/deliveries.ts";
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { eventually } from "../kit/eventually.ts";
import { freshCase, freshNotice, freshReferral } from "../kit/fresh.ts";

type Message = Delivery | Inquiry | Errand;
export type Hand = (message: Message) => Promise<void>;

export interface DeliveriesHarness {
  readonly deliveries: Deliveries;
  /** Lets so many milliseconds of the queue's time go by, and resolves when nothing that is due waits. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Ends the sender's process with all it has in hand, and begins another with this hand. */
  readonly restart: (hand: Hand) => Promise<void>;
  /** What an operator finds after too many failures. */
  readonly parked: () => Promise<readonly Message[]>;
  readonly close: () => Promise<void>;
}

type Make = (hand: Hand) => Promise<DeliveriesHarness>;

const laneOf = (message: Message): string => {
  if ("channel" in message) return message.channel;
  return "register" in message ? message.register : message.department;
};

const freshDelivery = (department = "dept_talent-office", attempt = 1): Delivery => {
  const referral = freshReferral();
  return Delivery.parse({ case: caseOf(referral), referral, department, attempt });
};

const MINUTE = 60_000;

export const deliveriesSuite = (name: string, make: Make): void => {
  describe(`deliveries: ${name}`, () => {
    const open = async (context: TestContext, deliver: Hand): Promise<DeliveriesHarness> => {
      const harness = await make(deliver);
      context.after(() => harness.close());
      return harness;
    };

    test("what was sent is handed to the sender, unchanged", async (context) => {
      const handed: Message[] = [];
      const { deliveries, pass } = await open(context, async (delivery) => {
        handed.push(delivery);
      });
      const sent = [freshDelivery(), freshDelivery("dept_housing-office", 3)];
      for (const delivery of sent) await deliveries.send(delivery, 0);
      await pass(0);
      const order = (one: Message, other: Message): number => (laneOf(one) < laneOf(other) ? -1 : 1);
      assert.deepEqual(handed.toSorted(order), sent.toSorted(order));
    });

    test("nothing is handed over before its wait is over", async (context) => {
      const handed: Message[] = [];
      const { deliveries, pass } = await open(context, async (delivery) => {
        handed.push(delivery);
      });
      const delivery = freshDelivery();
      await deliveries.send(delivery, 5_000);
      await pass(1_000);
      assert.deepEqual(handed, []);
      await pass(4_000);
      assert.deepEqual(handed, [delivery]);
    });

    test("a department that does not answer keeps no other waiting", async (context) => {
      const handed: string[] = [];
      const { promise: never, resolve: release } = Promise.withResolvers<undefined>();
      const { deliveries } = await open(context, async (message) => {
        const lane = laneOf(message);
        if (lane === "dept_talent-office") await never;
        handed.push(lane);
      });
      for (let count = 0; count < 40; count += 1) await deliveries.send(freshDelivery(), 0);
      await deliveries.send(freshDelivery("dept_housing-office"), 0);
      const seen = await eventually(
        () => [...handed],
        (departments) => departments.length > 0,
      );
      release(undefined);
      assert.deepEqual(seen, ["dept_housing-office"]);
    });

    test("a question to a register waits for no department, and is handed over unchanged", async (context) => {
      const handed: Message[] = [];
      const { promise: never, resolve: release } = Promise.withResolvers<undefined>();
      const { deliveries } = await open(context, async (message) => {
        if (laneOf(message) === "dept_talent-office") await never;
        else handed.push(message);
      });
      const register = RegisterId.parse("reg_population");
      const inquiry = { case: freshCase(), verification: 1, register, attempt: 2 };
      await deliveries.send(freshDelivery(), 0);
      await deliveries.inquire(inquiry, 0);
      const seen = await eventually(
        () => [...handed],
        (messages) => messages.length > 0,
      );
      release(undefined);
      assert.deepEqual(seen, [inquiry]);
    });

    test("what somebody is told waits for no department, and is handed over unchanged", async (context) => {
      const handed: Message[] = [];
      const { promise: never, resolve: release } = Promise.withResolvers<undefined>();
      const { deliveries } = await open(context, async (message) => {
        if (laneOf(message) === "dept_talent-office") await never;
        else handed.push(message);
      });
      const errand: Errand = { notice: freshNotice(), channel: "email", attempt: 2 };
      await deliveries.send(freshDelivery(), 0);
      await deliveries.tell(errand, 0);
      const seen = await eventually(
        () => [...handed],
        (messages) => messages.length > 0,
      );
      release(undefined);
      assert.deepEqual(seen, [errand]);
    });

    test("what a sender had in hand when its process ended is handed to the next one", async (context) => {
      const inHand: Message[] = [];
      const { deliveries, pass, restart } = await open(context, async (message) => {
        inHand.push(message);
        await Promise.withResolvers<undefined>().promise;
      });
      const sent = [freshDelivery(), freshDelivery("dept_housing-office")];
      for (const delivery of sent) await deliveries.send(delivery, 0);
      await eventually(
        () => inHand.length,
        (count) => count === sent.length,
      );
      const handed: Message[] = [];
      await restart(async (message) => {
        handed.push(message);
      });
      await pass(10 * MINUTE);
      const order = (one: Message, other: Message): number => (laneOf(one) < laneOf(other) ? -1 : 1);
      assert.deepEqual(handed.toSorted(order), sent.toSorted(order));
    });

    test("a sender that throws gets the message again", async (context) => {
      let tries = 0;
      const { deliveries, pass, parked } = await open(context, async () => {
        tries += 1;
        if (tries < 3) throw new Error("the sender died");
      });
      await deliveries.send(freshDelivery(), 0);
      for (let turn = 0; turn < 5; turn += 1) await pass(2 * MINUTE);
      assert.equal(tries, 3);
      assert.deepEqual(await parked(), []);
    });

    test("after five failures a message lies where an operator finds it", async (context) => {
      let tries = 0;
      const { deliveries, pass, parked } = await open(context, async () => {
        tries += 1;
        throw new Error("the sender died");
      });
      const delivery = freshDelivery();
      await deliveries.send(delivery, 0);
      for (let turn = 0; turn < 8; turn += 1) await pass(2 * MINUTE);
      assert.equal(tries, 5);
      assert.deepEqual(await parked(), [delivery]);
    });
  });
};
