import { SendMessageCommand } from "@aws-sdk/client-sqs";
import type { Deliveries } from "@window/domain/port/deliveries.ts";
import type { Queue } from "./queue.ts";

/** The longest delay of a message (service limit). */
const LONGEST_SECONDS = 900;

/** A fair queue: department, register or channel is the message group, so one with a backlog does not delay the others. */
export const openDeliveries = ({ client, url: QueueUrl }: Queue): Deliveries => {
  const send = async (message: object, MessageGroupId: string, afterMilliseconds: number): Promise<void> => {
    const DelaySeconds = Math.ceil(afterMilliseconds / 1000);
    if (DelaySeconds > LONGEST_SECONDS) throw new RangeError("a delivery waits 15 minutes at most");
    const MessageBody = JSON.stringify(message);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId, DelaySeconds }));
  };
  return {
    send: (delivery, afterMilliseconds) => send(delivery, delivery.department, afterMilliseconds),
    inquire: (inquiry, afterMilliseconds) => send(inquiry, inquiry.register, afterMilliseconds),
    tell: (errand, afterMilliseconds) => send(errand, errand.channel, afterMilliseconds),
  };
};
