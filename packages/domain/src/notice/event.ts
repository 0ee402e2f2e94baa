import * as z from "zod";
import { code, oneOf, Sealed } from "../declared.ts";
import { ActorId, ApplicationId, CaseId, CaseNumber, NoticeId } from "../id.ts";
import { ItemId } from "../item/item-id.ts";
import { WindowId } from "../place/window.ts";
import { CallOutcome, Channel, Occasion } from "./occasion.ts";

export const Addressee = oneOf(["applicant", "employer"]);
export type Addressee = z.infer<typeof Addressee>;

/** A way to somebody; the address is ciphertext under the key of the application. */
export const NoticeWay = z.object({ channel: Channel, address: Sealed });
export type NoticeWay = z.infer<typeof NoticeWay>;

const trial = { channel: Channel, attempt: z.int().positive() };

export const NoticeEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("notice.opened.v1"),
    notice: NoticeId,
    case: CaseId,
    application: ApplicationId,
    owner: ActorId,
    number: CaseNumber,
    item: ItemId.meta({ declared: "id" }),
    version: z.int().positive(),
    /** Where people call when no way leads to the addressee. */
    window: WindowId.meta({ declared: "id" }),
    occasion: Occasion,
    who: Addressee,
    /** Absent where none was chosen. */
    language: oneOf(["zh", "en"]).exactOptional(),
    /** In the order in which they are tried; none where there is no address, or no channel to it. */
    ways: z.array(NoticeWay),
  }),
  /** A mail server or a gateway has taken it. */
  z.object({ type: z.literal("notice.sent.v1"), ...trial }),
  /** Not now: it is tried again on the same way. */
  z.object({ type: z.literal("notice.put-off.v1"), ...trial, cause: code() }),
  /** Not on this way: the next one is tried. */
  z.object({ type: z.literal("notice.turned-down.v1"), ...trial, cause: code() }),
  /** The gateway says that it has arrived. */
  z.object({ type: z.literal("notice.delivered.v1"), channel: Channel }),
  /** No way is left; the window calls. */
  z.object({ type: z.literal("notice.failed.v1"), cause: code() }),
  z.object({ type: z.literal("notice.called.v1"), outcome: CallOutcome }),
  /** It is out of every list; its addresses went with the key of the application. */
  z.object({ type: z.literal("notice.erased.v1") }),
]);
export type NoticeEvent = z.infer<typeof NoticeEvent>;
