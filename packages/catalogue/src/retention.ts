import { Period } from "@window/domain/retention/period.ts";
import * as z from "zod";
import { example, sourced } from "./part/limits.ts";

const text = (zh: string, en: string) => ({ zh, en });

const law = "中华人民共和国个人信息保护法";
const erased = text(
  "自最后一次变动起算；期满删除密钥、材料和列表，记录链保留密文。",
  "Counted from the last change; then keys, documents and lists go, and the chain keeps ciphertext.",
);

const byRun = [
  {
    record: "draft",
    name: text("未提交的草稿及其材料", "Drafts never submitted, with their documents"),
    kept: example(90, "calendar-day"),
    means: erased,
  },
  {
    record: "withdrawn",
    name: text("已撤回的申请", "Applications that were withdrawn"),
    kept: example(180, "calendar-day"),
    means: erased,
  },
  {
    record: "decided",
    name: text("已作出决定的申请", "Applications that were decided"),
    kept: example(120, "month"),
    means: erased,
  },
  {
    record: "opening",
    name: text("工作人员查阅办件的记录", "Records of staff opening a case"),
    // 处理情况记录至少保存三年: the least the law allows is what is kept.
    kept: sourced(36, "month", law, "第五十六条"),
    means: text(
      "自查阅起算；期满不再列出。",
      "Counted from the opening; then it is listed to nobody any more.",
    ),
  },
] as const;

const byThemselves = [
  {
    record: "unused-upload",
    name: text("未被采用的上传文件", "Uploads that were not used"),
    kept: null,
    means: text(
      "检查不合格、被替换或无人需要的文件，检查后立即删除。",
      "What was refused, replaced or wanted by nobody is erased as soon as it was inspected.",
    ),
  },
  {
    record: "delivery-attempt",
    name: text("向部门投递的记录", "Attempts towards departments"),
    kept: example(30, "calendar-day"),
    means: text("自投递起算，由存储自动删除。", "Counted from the attempt; the store removes it."),
  },
  {
    record: "queued-message",
    name: text("队列中的消息", "Messages in queues"),
    kept: example(14, "calendar-day"),
    means: text("只含编号和代码。", "They hold ids and codes alone."),
  },
  {
    record: "service-log",
    name: text("运行日志", "Logs of the service"),
    // 留存相关的网络日志不少于六个月.
    kept: sourced(6, "month", "中华人民共和国网络安全法（2016年）", "第二十一条第三项"),
    means: text("只含编号和代码。", "They hold ids and codes alone."),
  },
  {
    record: "backup",
    name: text("数据库备份", "Backups of the tables"),
    kept: example(35, "calendar-day"),
    means: text(
      "已删除内容的密文在此期间仍在备份中。",
      "For so long the ciphertext of what was erased is still in a backup.",
    ),
  },
  {
    record: "log-root",
    name: text("记录链的签名根", "Signed roots of the log"),
    kept: example(120, "month"),
    means: text("只含摘要和编号，锁定期内不可删除。", "Hashes and ids; nobody can remove them before."),
  },
] as const;

/** How long what is kept, and whose number that is. Nobody published numbers for such a window: those are 示例. */
export const retention: readonly Period[] = z
  .array(Period)
  .parse([
    ...byRun.map((period) => ({ ...period, endedBy: "run" })),
    ...byThemselves.map((period) => ({ ...period, endedBy: "itself" })),
  ]);
