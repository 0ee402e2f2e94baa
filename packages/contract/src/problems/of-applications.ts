import type { DraftRefusal } from "@window/domain/act/draft-application.ts";
import type { ApplicationRefusal } from "@window/domain/application/command.ts";
import type { Said } from "./said.ts";
import { said } from "./said.ts";

/** Why an application stays as it is. */
export const ofApplications = {
  "no-such-application": said(
    404,
    ["没有这个申请。", "There is no such application."],
    ["请核对编号；只能查看自己的申请。", "Check the id; you can see only your own."],
  ),
  "no-such-document": said(
    404,
    ["没有该材料文件，或不能再查看。", "There is no such document, or it is not shown any more."],
    ["请从申请或转办中读取材料清单。", "Read the list of documents in the application or the referral."],
  ),
  "no-such-material": said(
    422,
    ["本事项不要求这种材料。", "The service does not ask for this material."],
    ["请使用事项材料清单中的编号。", "Use a material of the service's list."],
  ),
  "no-such-case": said(
    404,
    ["没有这个办件，或查询码不符。", "There is no such case, or the query code does not belong to it."],
    ["请核对编号和查询码。", "Check the number and the query code."],
  ),
  "media-type-not-accepted": said(
    422,
    ["该材料不接受这种文件类型。", "This material is not taken in this file type."],
    ["请使用 faults 中列出的类型。", "Use one of the types listed in faults."],
  ),
  "too-many-documents": said(
    409,
    ["该申请的材料文件已达上限。", "The application has as many documents as it can hold."],
    ["请先删除不需要的文件。", "Remove one that is not needed."],
  ),
  "document-not-reusable": said(
    422,
    ["这份材料不能再次使用。", "This document cannot serve again."],
    ["原因见 faults；请重新上传该材料。", "Faults say why; upload the paper anew."],
  ),
  "changed-meanwhile": said(
    412,
    ["您查看之后，该申请已被修改。", "The application has been changed since you read it."],
    [
      "请重新读取，核对后用新的 ETag 提交。",
      "Read it again, compare, and send your change with the new ETag.",
    ],
  ),
  "guardian-consent-missing": said(
    422,
    [
      "缺少监护人的单独同意：处理不满十四周岁未成年人的个人信息，应当取得其父母或者其他监护人的同意（个人信息保护法第三十一条）。",
      "A guardian's separate consent is missing: facts about a child under fourteen are handled with the consent of a parent or other guardian (Personal Information Protection Law, art. 31).",
    ],
    [
      "请由监护人在 faults 所列的填写项中作出同意。",
      "Let a guardian consent in the fields listed in faults.",
    ],
  ),
  "materials-missing": said(
    422,
    [
      "缺少必要材料，或上传的文件未通过检查。",
      "Required materials are missing, or what was uploaded did not pass inspection.",
    ],
    ["请补充 faults 中列出的材料。", "Hand in the materials listed in faults."],
  ),
  "documents-not-ready": said(
    409,
    ["有材料尚未上传或正在检查。", "A document has not been uploaded yet or is still being inspected."],
    ["请完成上传，稍候再提交。", "Finish the upload and submit again in a moment."],
  ),
  "not-a-draft": said(
    409,
    ["该申请已提交，不能再修改。", "The application has been submitted and cannot be changed."],
    ["如需更改，请撤回后重新申请。", "To change it, withdraw it and apply again."],
  ),
  "already-submitted": said(
    409,
    ["该申请已经提交。", "The application has already been submitted."],
    ["无需再次提交，请查看办理进度。", "There is nothing to do; look at its progress."],
  ),
  "already-decided": said(
    409,
    ["该申请已作出决定，不能撤回。", "The application has been decided and cannot be withdrawn."],
    [
      "对决定不服的，可申请行政复议或提起行政诉讼。",
      "Against the decision you may ask for reconsideration or go to court.",
    ],
  ),
  withdrawn: said(
    409,
    ["该申请已撤回。", "The application has been withdrawn."],
    ["如有需要，请重新申请。", "Apply again if you need to."],
  ),
  "nothing-to-issue": said(
    409,
    ["没有可以出具的结果。", "There is no result to issue."],
    ["请等待办理完成。", "Wait until the case is decided."],
  ),
  "no-result": said(
    404,
    ["没有这个办理结果。", "There is no such result."],
    ["请核对编号；只能查看自己的结果。", "Check the id; you can see only your own."],
  ),
  "still-running": said(
    409,
    ["申请正在办理，不能删除。", "The application is being worked on and cannot be erased."],
    ["请先撤回申请。", "Withdraw it first."],
  ),
  retained: said(
    409,
    [
      "已受理的申请须依法保存，期满后删除。",
      "What has become a case is kept as the law requires and erased afterwards.",
    ],
    ["期满后将自动删除，无需操作。", "It is erased by itself when that time is over."],
  ),
  held: said(
    409,
    [
      "该申请涉及复议、诉讼、投诉或检查，作为证据保存，暂不删除。",
      "The application is evidence in a reconsideration, a lawsuit, a complaint or an inspection and is not erased meanwhile.",
    ],
    ["有关程序结束后再试。", "Try again when that has ended."],
  ),
  "no-such-item": said(
    404,
    ["没有这个事项。", "There is no such service."],
    ["请从 /items 中选择。", "Choose one from /items."],
  ),
  "no-such-bundle": said(
    404,
    ["没有这个“一件事”。", "There is no such bundle."],
    ["请从 /bundles 中选择。", "Choose one from /bundles."],
  ),
  "no-such-window": said(
    422,
    ["没有这个窗口。", "There is no such window."],
    ["请从 /windows 中选择。", "Choose one from /windows."],
  ),
  "nobody-competent": said(
    409,
    [
      "按现行规则，无法确定由谁办理这一申请。",
      "The rules in force name nobody who may decide such an application.",
    ],
    [
      "请核对所填的人才类别、用人单位和所在地，或联系窗口。",
      "Check the class, the employer and the place you gave, or ask a window.",
    ],
  ),
  "out-of-season": said(
    409,
    [
      "该事项只在规定时间内受理，现在不在受理时间内。",
      "This service takes applications only in its season, and none is open now.",
    ],
    ["受理时间见 faults。", "The seasons stand in faults."],
  ),
  "employer-only": said(
    403,
    [
      "该事项由用人单位申请，且只能为本单位申请。",
      "The employer applies for this service, and only for itself.",
    ],
    ["请由用人单位经办人登录后申请。", "Log in as somebody who handles the employer that is named."],
  ),
  "precedent-missing": said(
    409,
    [
      "没有找到可以据以申请的前置办件：编号不符、尚未许可、已撤销，或申请人信息不一致。",
      "The case that has to come first was not found: another number, not granted, revoked, or about somebody else.",
    ],
    ["请核对办件编号和证件号码。", "Check the case number and the number of your document."],
  ),
  "external-item": said(
    422,
    ["该事项由其他系统办理，这里只提供链接。", "This service is handled elsewhere and only linked here."],
    ["请到 link 所指的系统办理。", "Go to the system that link names."],
  ),
  "answers-faulty": said(
    422,
    ["填写的内容有误或不完整。", "What was filled in is wrong or incomplete."],
    ["请逐项改正 faults 中列出的内容。", "Correct each of the fields listed in faults."],
  ),
} satisfies Record<ApplicationRefusal["code"] | DraftRefusal["code"], Said>;
