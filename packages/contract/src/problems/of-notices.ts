import type { NoticeRefusal } from "@window/domain/notice/command.ts";
import { said, type Said } from "./said.ts";

/** Why a report or a note on a call is not taken. */
export const ofNotices = {
  "no-such-notice": said(
    404,
    ["没有这条通知，或它不归您处理。", "There is no such notice, or it is not yours to see to."],
    ["请使用名单或短信请求中的编号。", "Use the id in the list, or the request id of the message."],
  ),
  "not-on-the-list": said(
    409,
    ["此人已不在电话告知名单中。", "They do not stand on the call list any more."],
    ["无需再拨；名单见 /calls。", "No call is needed; the list is /calls."],
  ),
} satisfies Record<NoticeRefusal["code"], Said>;
