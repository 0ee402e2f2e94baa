import type { ReuseObstacle } from "@window/domain/application/command.ts";
import { faultText } from "@window/domain/item/fault-text.ts";
import type { Fault, FaultCause } from "@window/domain/item/fault.ts";
import type { Season } from "@window/domain/item/season.ts";
import type { Text } from "@window/domain/text.ts";
import type * as z from "zod";
import type { FieldFault } from "./problem.ts";

/** Faults of requests that answers to an item's questions cannot have. */
const further = {
  format: {
    cause: { zh: "格式不对。", en: "It is not in the form it should have." },
    remedy: { zh: "请对照 /openapi.json 中的说明。", en: "Compare it with /openapi.json." },
  },
  "not-one-of": {
    cause: { zh: "不在允许的取值之中。", en: "It is not one of the values allowed." },
    remedy: { zh: "请使用允许的取值之一。", en: "Use one of the values allowed." },
  },
  "material-missing": {
    cause: { zh: "缺少这份必要材料。", en: "This required material is missing." },
    remedy: {
      zh: "请上传该材料，并等待检查通过。",
      en: "Upload it and wait until it has passed inspection.",
    },
  },
  "guardian-consent": {
    cause: {
      zh: "涉及不满十四周岁的未成年人，须由其监护人单独同意。",
      en: "This is about a child under fourteen, for whom a guardian has to consent separately.",
    },
    remedy: {
      zh: "请由监护人阅读说明并选择同意；不同意的，不要填写该未成年人的信息。",
      en: "Let a guardian read what is said there and consent; without consent, give no facts about the child.",
    },
  },
  "document-waiting": {
    cause: { zh: "该文件尚未上传或正在检查。", en: "This document is not uploaded or not inspected yet." },
    remedy: { zh: "请完成上传，稍候再试。", en: "Finish the upload and try again in a moment." },
  },
} satisfies Record<string, { cause: Text; remedy: Text }>;

const UPLOAD_ANEW = { zh: "请重新上传该材料。", en: "Upload the paper anew." };

/** Why a paper of an earlier application cannot serve again. */
const notReusable = {
  "not-inspected": {
    cause: { zh: "该材料尚未通过检查。", en: "It has not passed inspection yet." },
    remedy: { zh: "请稍候再试。", en: "Try again in a moment." },
  },
  "not-clean": {
    cause: { zh: "该材料未通过检查。", en: "It did not pass inspection." },
    remedy: UPLOAD_ANEW,
  },
  "other-material": {
    cause: { zh: "它是作为另一种材料提交的。", en: "It was handed in as another material." },
    remedy: UPLOAD_ANEW,
  },
  "file-too-large": {
    cause: { zh: "文件超过本事项允许的大小。", en: "The file is larger than this service takes." },
    remedy: UPLOAD_ANEW,
  },
  "no-longer-valid": {
    cause: {
      zh: "已超过该材料可再次使用的期限。",
      en: "The time for which this material may serve again is over.",
    },
    remedy: UPLOAD_ANEW,
  },
  "already-used": {
    cause: { zh: "这份申请已有该材料。", en: "This application has it already." },
    remedy: { zh: "无需再次添加。", en: "There is nothing to do." },
  },
} satisfies Record<ReuseObstacle, { cause: Text; remedy: Text }>;

const words: Record<FaultCause | keyof typeof further | ReuseObstacle, { cause: Text; remedy: Text }> = {
  ...faultText,
  ...further,
  ...notReusable,
};

/** A fault with what it says to people; `limit` is added to the cause. */
export const fieldFault = (field: string, code: keyof typeof words, limit?: string | number): FieldFault => {
  const { cause, remedy } = words[code];
  const bound = limit === undefined ? { zh: "", en: "" } : { zh: `（${limit}）`, en: ` (${limit})` };
  return { field, code, cause: { zh: cause.zh + bound.zh, en: cause.en + bound.en }, remedy };
};

const inShanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** A season that is not open, with its dates in the place of the window. */
export const seasonFault = ({ id, name, opens, closes, provenance }: Season): FieldFault => {
  const [from, until] = [opens, closes].map((instant) => inShanghai.format(instant));
  const [zh, en] = provenance.kind === "example" ? ["（示例）", " (example)"] : ["", ""];
  return {
    field: id,
    code: "season",
    cause: {
      zh: `${name.zh}的申请时间为${from}至${until}${zh}。`,
      en: `Applications for ${name.en}: from ${from} until ${until}, Beijing time${en}.`,
    },
    remedy: { zh: "请在申请时间内提交。", en: "Apply within that time." },
  };
};

/** The faults of an item's answers, as fields of the request. */
export const answerFaults = (faults: readonly Fault[]): FieldFault[] =>
  faults.map(({ field, cause, limit }) =>
    fieldFault(field === "" ? "answers" : `answers.${field}`, cause, limit),
  );

/** Whoever parses with `reportInput` can tell a missing member from a wrong one, also where several types are allowed. */
const isMissing = (issue: z.core.$ZodIssue): boolean =>
  "input" in issue ? issue.input === undefined : issue.message.endsWith("received undefined");

const codeOf = (issue: z.core.$ZodIssue): keyof typeof words => {
  if (isMissing(issue)) return "required";
  switch (issue.code) {
    case "invalid_type":
      return "wrong-type";
    case "unrecognized_keys":
      return "unknown-field";
    case "too_big":
      return issue.origin === "string" ? "too-long" : "too-large";
    case "too_small":
      return issue.origin === "string" ? "required" : "too-small";
    case "invalid_value":
    case "invalid_union":
      return "not-one-of";
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return "format";
  }
};

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join(".");

const MOST_FAULTS = 50;

/** What zod said of a request, for people. `place` is where the value stood: the body's own fields have none. */
export const requestFaults = (error: z.ZodError, place = ""): FieldFault[] =>
  error.issues
    .flatMap((issue) => {
      const path = [...(place === "" ? [] : [place]), ...issue.path];
      if (issue.code !== "unrecognized_keys") return [fieldFault(pathOf(path), codeOf(issue))];
      return issue.keys.map((key) => fieldFault(pathOf([...path, key.slice(0, 40)]), "unknown-field"));
    })
    .slice(0, MOST_FAULTS);
