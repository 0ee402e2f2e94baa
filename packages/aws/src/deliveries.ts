import { SendMessageCommand } from "@aws-sdk/client-sqs";
import type { Deliveries } from "@window/domain/port/deliveries.ts";
import type { Queue } from "./queue.ts";

/** The longest delay of a message (service limit). */
const LONGEST_SECONDS = 900;

/** A fair queue: the department is the message group, so one with a backlog does not delay the others. */
export const openDeliveries = ({ client, url: QueueUrl }: Queue): Deliveries => ({
  async send(delivery, afterMilliseconds) {
    const DelaySeconds = Math.ceil(afterMilliseconds / 1000);
    if (DelaySeconds > LONGEST_SECONDS) throw new RangeError("a delivery waits 15 minutes at most");
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: JSON.stringify(delivery),
        MessageGroupId: delivery.department,
        DelaySeconds,
      }),
    );
  },
});
