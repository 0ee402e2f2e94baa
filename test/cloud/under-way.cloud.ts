/** What is under way: messages in queues and executions of the machines, as their ports promise it. */
import { inTurn } from "@window/aws/batch.ts";
import { openDeliveries } from "@window/aws/deliveries.ts";
import { queueAt } from "@window/aws/queue.ts";
import { Ask, drive, openQueuedWorkflow } from "@window/aws/queued-workflow.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { openWorkflow } from "@window/aws/workflow.ts";
import { Delivery } from "@window/domain/delivery/delivery.ts";
import { Inquiry } from "@window/domain/delivery/inquiry.ts";
import { Errand } from "@window/domain/notice/errand.ts";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { deliveriesSuite } from "../contract/deliveries.suite.ts";
import { workflowSuite, type Call } from "../contract/workflow.suite.ts";
import { twinMachines } from "./twin-machines.ts";
import { openTwinQueue } from "./twin-queue.ts";

const Message = z.union([Errand, Inquiry, Delivery]);
const MINUTE = 60_000;

deliveriesSuite("AWS", async (hand) => {
  const parsing = (by: typeof hand) => (message: unknown) => by(Message.parse(message));
  const queue = await openTwinQueue("Deliveries", parsing(hand), { batch: 5 });
  return {
    deliveries: openDeliveries(queueAt(queue.url)),
    async pass(milliseconds) {
      // A delay goes by in real time; the minutes for which a failed message is hidden nobody waits.
      if (milliseconds < MINUTE) await pause(milliseconds);
      else await queue.again();
      await queue.settled();
    },
    restart: async (next) => queue.restart(parsing(next)),
    parked: async () => (await queue.dead()).map((message) => Message.parse(message)),
    close: () => queue.close(),
  };
});

/** The machines themselves, as the drive alone sees them. Their waits are a twentieth (test/cloud/emulator.ts). */
const openMachines = async (act: (call: Call) => Promise<void>) => {
  const calls: Call[] = [];
  const { arns, close } = await twinMachines(async ({ name, payload }) => {
    calls.push({ name, payload });
    await act({ name, payload });
  });
  return {
    workflow: openWorkflow(arns),
    calls,
    now: () => wireClock.now(),
    pass: () => Promise.resolve(),
    close,
  };
};

// The emulator gives a task that is tried again the token it had; Step Functions gives it a new one.
workflowSuite("AWS", openMachines, ["keeps-tokens"]);

workflowSuite(
  "AWS, through its queue",
  async (act) => {
    const machines = await openMachines(act);
    const queue = await openTwinQueue("Workflow", (message) => drive(machines.workflow, Ask.parse(message)), {
      batch: 10,
      doing: inTurn,
    });
    return {
      ...machines,
      workflow: openQueuedWorkflow(queueAt(queue.url), { legal: wireClock, wire: wireClock }),
      async close() {
        await queue.close();
        await machines.close();
      },
    };
  },
  ["keeps-tokens", "answers-later"],
);
