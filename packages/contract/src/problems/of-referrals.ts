import type { ProofCause } from "@window/domain/port/callback-proof.ts";
import type { CaseRefusal } from "@window/domain/case/command.ts";
import type { ofCases } from "./of-cases.ts";
import { said, type Said } from "./said.ts";

/** Why a department's message is not taken. */
export const ofReferrals = {
  "no-such-referral": said(
    404,
    ["没有这个转办，或它不属于贵部门。", "There is no such referral, or it is not yours."],
    ["请使用转办消息中的回传地址。", "Use the callback address of the message you were sent."],
  ),
  "unknown-reason": said(
    422,
    ["理由不在该事项的理由清单中。", "A reason is not in the list of this service."],
    ["请使用 faults 中列出的理由代码。", "Use the reason codes listed in faults."],
  ),
  "reasons-missing": said(
    422,
    ["不同意时必须说明理由。", "A refusal has to name its reasons."],
    ["请至少附上一个理由代码。", "Give at least one reason code."],
  ),
  "already-answered": said(
    409,
    [
      "该转办已有最终意见；这一份已留存，但不再生效。",
      "The referral already has its final answer; this one is kept and counts for nothing.",
    ],
    ["如需更正，请联系窗口。", "If the first answer was wrong, talk to the window."],
  ),
} satisfies Record<
  Exclude<CaseRefusal["code"], "no-such-case" | keyof typeof ofCases> | "already-answered",
  Said
>;

/** Why a callback does not prove that it comes from the department. */
export const ofProofs = {
  "missing-header": said(
    401,
    [
      "缺少 webhook-id、webhook-timestamp 或 webhook-signature。",
      "One of webhook-id, webhook-timestamp and webhook-signature is missing.",
    ],
    ["请按 Standard Webhooks 规范签名。", "Sign the message as Standard Webhooks says."],
  ),
  "bad-timestamp": said(
    401,
    ["webhook-timestamp 不是整数秒。", "The webhook-timestamp is not a whole number of seconds."],
    ["请使用 1970 年以来的秒数。", "Send seconds since 1970."],
  ),
  "too-old": said(
    401,
    ["签名时间早于五分钟前。", "The message was signed more than five minutes ago."],
    ["请重新签名后发送，并校准时钟。", "Sign it again when you send it, and set your clock."],
  ),
  "too-new": said(
    401,
    ["签名时间晚于当前时间五分钟以上。", "The message is signed more than five minutes ahead of time."],
    ["请校准时钟后重新签名。", "Set your clock and sign it again."],
  ),
  "bad-signature": said(
    401,
    ["签名与内容不符。", "The signature does not belong to this message."],
    [
      "请用贵部门的回传密钥对原始字节签名。",
      "Sign the raw bytes with the secret your department signs callbacks with.",
    ],
  ),
} satisfies Record<ProofCause, Said>;
