import { SendMessageCommand } from "@aws-sdk/client-sqs";
import type { Workflow } from "@window/domain/port/workflow.ts";
import * as z from "zod";
import type { Queue } from "./queue.ts";
import type { Clocks } from "./timed.ts";
import { timed } from "./timed.ts";

/** What is asked of the machines, as it lies in the queue. */
export const Ask = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("start"),
    machine: z.enum(["route", "deadline"]),
    name: z.string().regex(/^[\w-]{1,80}$/),
    input: z.record(z.string(), z.string()),
  }),
  z.object({ kind: z.literal("complete"), token: z.string(), output: z.record(z.string(), z.json()) }),
  z.object({ kind: z.literal("fail"), token: z.string(), cause: z.string().max(256) }),
]);
export type Ask = z.infer<typeof Ask>;

/**
 * What every function but the drive has for a workflow. Its answers say that the message is durably in the queue, which
 * is all the domain needs: a name that was used and a token that is gone are ordinary outcomes later on.
 */
export const openQueuedWorkflow = ({ client, url: QueueUrl }: Queue, clocks: Clocks): Workflow => {
  const ask = (message: z.input<typeof Ask>) =>
    client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(Ask.parse(message)) }));
  return {
    async start(machine, name, input) {
      await ask({ kind: "start", machine, name, input: timed(input, clocks) });
      return "started";
    },
    async complete(token, output) {
      await ask({ kind: "complete", token, output: z.record(z.string(), z.json()).parse(output) });
      return "completed";
    },
    async fail(token, cause) {
      await ask({ kind: "fail", token, cause });
      return "completed";
    },
  };
};

/** Hands one message of the queue to the machines. */
export const drive = async (workflow: Workflow, ask: Ask): Promise<string> => {
  switch (ask.kind) {
    case "start":
      return workflow.start(ask.machine, ask.name, ask.input);
    case "complete":
      return workflow.complete(ask.token, ask.output);
    case "fail":
      return workflow.fail(ask.token, ask.cause);
  }
};
