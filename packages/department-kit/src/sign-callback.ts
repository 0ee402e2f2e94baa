import { MESSAGE_ID, signature } from "./signature.ts";
import { nowSeconds } from "./wire-clock.ts";

/** Everything a callback is posted with, besides its body. */
export type CallbackHeaders = {
  readonly "content-type": "application/cloudevents+json";
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
};

/**
 * The headers of one callback. `secret` is the one the window gave you for your answers, never the one its webhooks
 * are signed with. `id` names the message and stays the same when you send it again: the window then repeats its first
 * outcome. `body` must be sent byte for byte as signed.
 * Throws UnusableSecret; throws a RangeError for an id that is not visible ASCII without a full stop.
 */
export const signCallback = async (callback: {
  readonly secret: string;
  readonly id: string;
  readonly body: string | Uint8Array;
  /** Real time unless given. */
  readonly nowSeconds?: number;
}): Promise<CallbackHeaders> => {
  if (!MESSAGE_ID.test(callback.id)) throw new RangeError("an id is visible ASCII without a full stop");
  const timestamp = String(callback.nowSeconds ?? nowSeconds());
  return {
    "content-type": "application/cloudevents+json",
    "webhook-id": callback.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": await signature(callback.secret, callback.id, timestamp, callback.body),
  };
};
