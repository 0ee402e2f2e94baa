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
  "no-delay-to-explain": said(
    409,
    ["该办件没有待说明的超期。", "No delay of this case waits for an explanation."],
    [
      "无需操作；待说明的办件列在工作台中。",
      "There is nothing to do; cases that wait for one stand on your desk.",
    ],
  ),
  "delay-reason-missing": said(
    422,
    [
      "超期必须公开说明原因（优化营商环境条例第三十六条）。",
      "A case over its limit owes the public a reason (Regulation on Optimising the Business Environment, art. 36).",
    ],
    ["请选择一个原因。", "Choose one of the reasons."],
  ),
  "explained-by-another": said(
    403,
    [
      "超期原因由主管窗口说明（优化营商环境条例第三十六条）。",
      "The competent window explains the delay (Regulation on Optimising the Business Environment, art. 36).",
    ],
    ["请联系 faults 中列出的窗口。", "Turn to the window named in faults."],
  ),
  "post-not-of-case": said(
    422,
    [
      "责任单位必须是办理该办件的窗口或部门（优化营商环境条例第三十六条）。",
      "The delay must be of a window or department of this case (Regulation on Optimising the Business Environment, art. 36).",
    ],
    ["请使用 faults 中列出的单位。", "Use one of those listed in faults."],
  ),
  "expected-date-past": said(
    422,
    [
      "新的预计办结日期不能早于今天（优化营商环境条例第三十六条）。",
      "The new expected date lies in the past (Regulation on Optimising the Business Environment, art. 36).",
    ],
    ["请填写今天或以后的日期。", "Give today or a later day."],
  ),
  "own-case": said(
    403,
    ["不能办理自己的申请。", "Nobody decides their own case."],
    ["请由其他工作人员办理。", "Leave it to a colleague."],
  ),
  "nothing-to-decide": said(
    409,
    [
      "该办件尚未受理、已决定、已撤回，或正在等待签署承诺书。",
      "The case is not accepted yet, is decided or withdrawn, or waits for commitments.",
    ],
    ["请查看办件进度。", "Look at its progress."],
  ),
  "no-commitment": said(
    409,
    ["该办件不能以承诺方式办理。", "This case cannot be decided on a commitment."],
    ["请核验后办理，或说明理由不予同意。", "Verify it, or refuse it with reasons."],
  ),
  "nothing-to-sign": said(
    409,
    ["该办件不需要签署承诺书。", "Nothing is to be signed for this case."],
    ["请查看办件进度。", "Look at its progress."],
  ),
  "no-such-way": said(
    422,
    ["该事项没有这种办理方式。", "The service has no such way."],
    ["请使用 faults 中列出的办理方式。", "Use one of the ways listed in faults."],
  ),
  "no-power": said(
    403,
    [
      "这种办理方式由有权的窗口或用人单位决定，权限依规则确定，不能通过改变办理方式取得。",
      "On that way a window or an employer with the power decides, and a change of way gives nobody a power.",
    ],
    ["请选择由部门决定的办理方式。", "Choose a way on which departments decide."],
  ),
  "kind-settled": said(
    409,
    [
      "办件尚未受理或已结束、已有部门答复，或已要求签署承诺书，不能改变办理类型。",
      "The case is not accepted yet or is over, somebody has answered, or commitments were asked for: its kind stays.",
    ],
    ["请按现有方式办理完毕。", "See it through the way it is."],
  ),
} satisfies Partial<Record<CaseRefusal["code"], Said>>;
