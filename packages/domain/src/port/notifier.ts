import type { CaseNumber, NoticeId } from "../id.ts";
import type { Channel, Occasion } from "../notice/occasion.ts";
import type { Language, Text } from "../text.ts";

/** What somebody is told, to one address. It names the case by its number and says nothing else of the person. */
export interface Message {
  /** The same over all attempts, so that whoever takes it twice can know. */
  readonly notice: NoticeId;
  readonly channel: Channel;
  /** An e-mail address, or a mobile number in its international form. */
  readonly to: string;
  readonly occasion: Occasion;
  readonly number: CaseNumber;
  readonly language?: Language;
  readonly subject: Text;
  readonly body: Text;
}

/** `put-off` may be tried again, `turned-down` not. A cause is a code, never a text of the other side. */
export type Told =
  | { readonly kind: "taken" }
  | { readonly kind: "put-off"; readonly cause: string }
  | { readonly kind: "turned-down"; readonly cause: string };

/**
 * Mail server and text-message gateway. Every adapter promises:
 * - the same id to the other side at every attempt of a notice (`Message-ID`, the gateway's request id);
 * - an end after 30 seconds, and `put-off` for whatever is not a clear answer: never "taken" for want of one;
 * - nothing of address or text in a cause or a log.
 */
export interface Notifier {
  /** Whether there is a connection; where there is none people call. */
  connected(channel: Channel): Promise<boolean>;
  tell(message: Message): Promise<Told>;
}
