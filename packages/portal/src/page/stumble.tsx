import type { Language, Text } from "@window/domain/text.ts";
import { address } from "./address.ts";
import { Frame } from "./frame.tsx";
import { Notice } from "./notice.tsx";

/** Why there is no page of its own to show: the request was none of a page of ours, or we failed. */
const stumbles = {
  "no-page": {
    status: 404,
    heading: { zh: "没有这个页面", en: "There is no such page" },
    remedy: { zh: "请检查地址，或返回首页。", en: "Check the address, or go back to the start." },
  },
  "no-form": {
    status: 415,
    heading: { zh: "这不是本页的表单", en: "This is not the form of this page" },
    remedy: {
      zh: "请打开页面，填写表单后提交；程序请使用接口（OpenAPI）。",
      en: "Open the page and send its form; programs use the API (OpenAPI).",
    },
  },
  "too-much": {
    status: 413,
    heading: { zh: "提交的内容过多", en: "That is too much text" },
    remedy: {
      zh: "请只填写页面要求的内容，然后重新提交。",
      en: "Enter only what the page asks for and send it again.",
    },
  },
  unavailable: {
    status: 503,
    wait: 5,
    heading: { zh: "系统暂时不能保存或读取数据", en: "Nothing can be kept or read at the moment" },
    remedy: {
      zh: "请稍候再试；已受理的申请没有丢失。",
      en: "Try again in a moment; what was accepted is not lost.",
    },
  },
  "not-open": {
    status: 503,
    wait: 60,
    heading: { zh: "窗口刚刚安装，尚未开放", en: "The window has just been set up and is not open yet" },
    remedy: {
      zh: "事项和日历正在导入，请五分钟后再试。",
      en: "Its items and its calendar are being imported. Try again in five minutes.",
    },
  },
  fault: {
    status: 500,
    heading: { zh: "系统出现故障，您填写的内容没有错", en: "Something failed on our side, not on yours" },
    remedy: {
      zh: "请稍后再试；仍然失败时，请把下面的编号告知窗口人员。",
      en: "Try again later; if it still fails, tell a window the number below.",
    },
  },
} satisfies Record<string, { status: number; wait?: number; heading: Text; remedy: Text }>;
export type Stumble = keyof typeof stumbles;

const start: Text = { zh: "返回首页", en: "Back to the start" };

/** In seconds, where it helps to ask again. */
export const waitAfter = (stumble: Stumble): Readonly<Record<string, string>> => {
  const why = stumbles[stumble];
  return "wait" in why ? { "retry-after": String(why.wait) } : {};
};

export const statusOf = (stumble: Stumble): number => stumbles[stumble].status;

export const StumblePage = (page: {
  readonly stumble: Stumble;
  readonly language: Language;
  /** The number of a fault of ours in the log. */
  readonly incident?: string;
}) => {
  const { heading, remedy } = stumbles[page.stumble];
  return (
    <Frame language={page.language} title={heading}>
      <Notice tone="bad" heading={heading} says={[remedy]} language={page.language}>
        {page.incident && (
          <p>
            <code>{page.incident}</code>
          </p>
        )}
      </Notice>
      <p>
        <a href={address(page.language, "start")}>{start[page.language]}</a>
      </p>
    </Frame>
  );
};
