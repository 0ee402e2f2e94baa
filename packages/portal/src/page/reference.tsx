import { nouns, type Noun as NounOfApi } from "@window/contract/nouns.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { ShownOperation } from "../reference/description.ts";
import { address } from "./address.ts";
import { Frame } from "./frame.tsx";

const words = {
  title: { zh: "接口参考", en: "API reference" },
  lead: {
    zh: "以下每个操作都来自 OpenAPI 3.1 文档；示例由本窗口实际答复。拒绝一律为 application/problem+json（RFC 9457）。",
    en: "Every operation below comes from the OpenAPI 3.1 document; the examples were answered by such a window. Every refusal is application/problem+json (RFC 9457).",
  },
  writes: {
    zh: "写操作须带 Idempotency-Key：重试时使用原值，即只办一次。修改草稿须带 If-Match，其值为读取时的 ETag。",
    en: "A write carries an Idempotency-Key: repeated with the same one it happens once. A change of a draft carries the ETag it was read with as If-Match.",
  },
  limits: {
    zh: "每个答复的 RateLimit 与 RateLimit-Policy 头说明还可以请求多少次；超过时得到 429 和 Retry-After。列表用 limit 与 after 翻页，没有 next 即为最后一页；加上筛选条件后，一页可以少于 limit，甚至为空，仍以 next 为准。",
    en: "The headers RateLimit and RateLimit-Policy of every answer say how much may still be asked; beyond that comes 429 with Retry-After. Lists go by limit and after; without next it was the last page. Where a list is narrowed, a page may be shorter than limit, even empty, and still have a next.",
  },
  document: { zh: "OpenAPI 文档", en: "The OpenAPI document" },
  open: { zh: "无需登录", en: "no login" },
} satisfies Record<string, Text>;

export const operationAddress = (language: Language, id: string): string =>
  `${address(language, "reference")}/${id}`;

type Shown = { readonly operations: readonly ShownOperation[]; readonly language: Language };

const Noun = ({ operations, language, noun }: Shown & { readonly noun: NounOfApi }) => (
  <>
    <h2>{nouns[noun][language]}</h2>
    <ul class="operations">
      {operations.map(({ id, method, path, summary, needsToken }) => (
        <li>
          <a href={operationAddress(language, id)}>{summary[language]}</a>{" "}
          {!needsToken && <span class="kind">{words.open[language]}</span>}
          <br />
          <code>
            {method} {path}
          </code>
        </li>
      ))}
    </ul>
  </>
);

/** Everything that can be asked of the window, by noun. */
export const ReferencePage = ({ operations, language }: Shown) => (
  <Frame language={language} title={words.title} place="reference">
    <h1>{words.title[language]}</h1>
    <p class="lead">{words.lead[language]}</p>
    <p>{words.writes[language]}</p>
    <p>{words.limits[language]}</p>
    <p>
      <a href="/openapi.json">{words.document[language]}</a>
    </p>
    {[...Map.groupBy(operations, ({ noun }) => noun)].map(([noun, those]) => (
      <Noun noun={noun} operations={those} language={language} />
    ))}
  </Frame>
);
