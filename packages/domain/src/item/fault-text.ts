import type { Text } from "../text.ts";
import type { FaultCause } from "./fault.ts";

/** For people: what is wrong with an answer, and what to do about it. */
export const faultText = {
  "not-answers": {
    cause: { zh: "提交的内容不是一组填写项。", en: "What was sent is not a set of answers." },
    remedy: {
      zh: "请按“字段: 内容”的形式提交，最多 200 项。",
      en: "Send one object with a value for each field, at most 200 of them.",
    },
  },
  "unknown-field": {
    cause: { zh: "本事项没有这一填写项。", en: "This service does not ask for this field." },
    remedy: {
      zh: "请删去该项，或对照事项的填写项清单。",
      en: "Leave it out, or compare it with the fields of the service.",
    },
  },
  "not-applicable": {
    cause: {
      zh: "按您前面的选择，这一项不需要填写。",
      en: "After your earlier choice this field is not asked.",
    },
    remedy: { zh: "请清空该项，或修改前面的选择。", en: "Empty it, or change the earlier choice." },
  },
  required: {
    cause: { zh: "这一项必须填写。", en: "This field must be answered." },
    remedy: { zh: "请填写该项后再提交。", en: "Fill it in, then submit again." },
  },
  "wrong-type": {
    cause: { zh: "这一项的内容类型不对。", en: "The value is of the wrong type." },
    remedy: {
      zh: "文字项请填文字，数字项请填不带单位的整数。",
      en: "Give text where text is asked, and a whole number without a unit where a number is asked.",
    },
  },
  "too-long": {
    cause: { zh: "内容超过了允许的长度。", en: "The text is longer than allowed." },
    remedy: { zh: "请缩短内容。", en: "Shorten it." },
  },
  characters: {
    cause: {
      zh: "内容含有无法显示的控制字符。",
      en: "The text contains control characters that cannot be shown.",
    },
    remedy: { zh: "请删去这些字符，或重新手工输入。", en: "Remove them, or type the text again by hand." },
  },
  "unknown-option": {
    cause: { zh: "所填内容不在可选项之中。", en: "The value is not one of the options." },
    remedy: { zh: "请从列出的选项中选择一项。", en: "Choose one of the options listed." },
  },
  "too-small": {
    cause: { zh: "数值低于允许的最小值。", en: "The number is below the smallest one allowed." },
    remedy: { zh: "请核对数值和单位。", en: "Check the number and its unit." },
  },
  "too-large": {
    cause: { zh: "数值超过允许的最大值。", en: "The number is above the largest one allowed." },
    remedy: { zh: "请核对数值和单位。", en: "Check the number and its unit." },
  },
  date: {
    cause: {
      zh: "没有这一天，或日期格式不对。",
      en: "There is no such day, or the date is written in another form.",
    },
    remedy: {
      zh: "日期请写成“年-月-日”，例如 2026-09-28；证件号码请核对其中的出生日期。",
      en: "Write a date as year-month-day, for example 2026-09-28; in an identity number check the digits of the birth date.",
    },
  },
  before: {
    cause: {
      zh: "这一日期早于应在它之前的日期。",
      en: "This date is earlier than the one it has to follow.",
    },
    remedy: { zh: "请核对起止日期的先后。", en: "Check which of the two dates comes first." },
  },
  length: {
    cause: { zh: "号码的位数不对。", en: "The number has the wrong count of characters." },
    remedy: {
      zh: "请对照证件原件，补全或删去多余的字符。",
      en: "Compare it with the original and add what is missing or remove what is too much.",
    },
  },
  alphabet: {
    cause: {
      zh: "号码中有不允许的字符，或字符的位置不对。",
      en: "The number has a character that cannot stand there.",
    },
    remedy: {
      zh: "请核对容易混淆的字符，如数字 0 与字母 O、数字 1 与字母 I。",
      en: "Check characters that look alike, such as 0 and O, or 1 and I.",
    },
  },
  checksum: {
    cause: {
      zh: "号码校验不通过，可能有一位填错或两位填反。",
      en: "The check character does not fit: one character is probably wrong, or two are swapped.",
    },
    remedy: { zh: "请对照证件原件逐位核对。", en: "Compare it with the original, character by character." },
  },
  address: {
    cause: { zh: "这不是一个电子邮箱地址。", en: "This is not an e-mail address." },
    remedy: {
      zh: "请只填一个地址，例如 name@example.com；国际化域名请写成 xn-- 形式。",
      en: "Give one address, such as name@example.com; write an international domain in its xn-- form.",
    },
  },
  "country-code": {
    cause: {
      zh: "不是内地手机号码，又没有国家代码。",
      en: "This is no mainland mobile number, and it has no country code.",
    },
    remedy: {
      zh: "内地号码请填11位；境外号码请以加号和国家代码开头，例如 +44。",
      en: "Give the eleven digits of a mainland number, or begin with a plus and the country code, such as +44.",
    },
  },
} satisfies Record<FaultCause, { cause: Text; remedy: Text }>;
