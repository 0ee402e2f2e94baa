import type { Text } from "@window/domain/text.ts";

/** The words of lists: headings, columns, and what stands in them. */
export const words = {
  own: { zh: "自己的办件", en: "Own cases" },
  drafts: { zh: "自己的草稿", en: "Own drafts" },
  desk: { zh: "等待本窗口或本单位办理", en: "Waiting for this window or employer" },
  worklist: { zh: "待办：问本部门、尚未答复的", en: "Worklist: asked of this department and not answered" },
  stuck: { zh: "卡住的办件", en: "Cases that are stuck" },
  catalogue: { zh: "目录中尚未公布的", en: "In the catalogue, not published" },
  revocations: { zh: "已撤销的办理结果", en: "Results that were revoked" },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Item" },
  received: { zh: "收件日", en: "Received" },
  asked: { zh: "转办日", en: "Asked" },
  result: { zh: "办理结果", en: "Result" },
  due: { zh: "最后一日", en: "Last day" },
  stands: { zh: "现状", en: "State" },
  waits: { zh: "等什么", en: "Waits for" },
  cause: { zh: "原因", en: "Cause" },
  entry: { zh: "条目", en: "Entry" },
  reason: { zh: "理由", en: "Reason" },
  at: { zh: "时间", en: "When" },
  late: { zh: "超时", en: "late" },
  draft: { zh: "草稿，未提交", en: "draft, not submitted" },
  planted: {
    zh: "转办没能发出（演示中预设的故障）",
    en: "the departments could not be asked (a fault planted for the demonstration)",
  },
  unpublished: { zh: "草稿", en: "draft" },
} satisfies Record<string, Text>;

/** How far a case is, or what was decided. */
export const phases = {
  received: { zh: "收件", en: "received" },
  running: { zh: "办理中", en: "under way" },
  decided: { zh: "已决定", en: "decided" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  lapsed: { zh: "未开始", en: "not begun" },
  granted: { zh: "同意", en: "granted" },
  refused: { zh: "不予同意", en: "refused" },
} satisfies Record<string, Text>;

/** What waits at a window or for an employer. */
export const waits = {
  decision: { zh: "当场决定", en: "a decision on the spot" },
  commitment: { zh: "签署承诺书", en: "a signature on the commitment" },
  attendance: { zh: "申请人到场", en: "the applicant in person" },
  explanation: { zh: "公开说明超期原因", en: "a public reason for the delay" },
} satisfies Record<string, Text>;

export const reasons = {
  "false-statement": { zh: "承诺不实", en: "a false statement" },
  "issued-in-error": { zh: "误发", en: "issued in error" },
  "conditions-lapsed": { zh: "不再符合条件", en: "the conditions have lapsed" },
} satisfies Record<string, Text>;
