import type { ApplicationId, ActorId, CaseId, CaseNumber, NoticeId } from "../id.ts";
import type { ItemId } from "../item/item-id.ts";
import type { WindowId } from "../place/window.ts";
import type { Told } from "../port/notifier.ts";
import type { Language } from "../text.ts";
import type { Addressee, NoticeWay } from "./event.ts";
import type { CallOutcome, Channel, Occasion } from "./occasion.ts";

/** Whose case it is about, as a case or its application tells. */
export interface ToldAbout {
  readonly case: CaseId;
  readonly application: ApplicationId;
  readonly owner: ActorId;
  readonly number: CaseNumber;
  readonly item: ItemId;
  readonly version: number;
  readonly window: WindowId;
  /** How often its kind has been changed; absent for none. */
  readonly changes?: number;
  /** How often its delay was explained; absent for never. */
  readonly duty?: { readonly times: number };
}

export type NoticeCommand =
  | {
      readonly type: "open";
      readonly notice: NoticeId;
      readonly about: ToldAbout;
      readonly occasion: Occasion;
      readonly who: Addressee;
      readonly language?: Language;
      readonly ways: readonly NoticeWay[];
      /** Why there is no way. */
      readonly cause: "no-contact" | "no-channel";
    }
  | { readonly type: "record"; readonly channel: Channel; readonly attempt: number; readonly told: Told }
  /** What the gateway reports, once or several times and in any order. */
  | { readonly type: "report"; readonly outcome: "delivered" | "failed"; readonly cause: string }
  /** The gateway has said nothing for too long about what it took at that attempt. */
  | { readonly type: "give-up-waiting"; readonly attempt: number }
  | { readonly type: "note-call"; readonly outcome: CallOutcome }
  /** Its case has been kept long enough. */
  | { readonly type: "erase" };

export type NoticeRefusal = { readonly code: "no-such-notice" } | { readonly code: "not-on-the-list" };
