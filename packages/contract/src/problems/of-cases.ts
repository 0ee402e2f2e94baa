import type { CaseRefusal } from "@window/domain/case/command.ts";
import { said, type Said } from "./said.ts";

/** Why a case does not go on. */
export const ofCases = {
  "not-stuck": said(
    409,
    ["该办件没有卡住。", "The case is not stuck."],
    [
      "无需操作；卡住的办件列在 /cases/stuck 中。",
      "There is nothing to do; the cases that are stuck stand in /cases/stuck.",
    ],
  ),
  "already-resumed": said(
    409,
    ["已有人让该办件继续办理。", "Somebody has already let the case go on."],
    [
      "请稍候查看；如果再次失败，它会重新列在 /cases/stuck 中。",
      "Look again in a moment; if it fails once more it is stuck anew and stands in /cases/stuck.",
    ],
  ),
} satisfies Partial<Record<CaseRefusal["code"], Said>>;
