import type { Language, Text } from "@window/domain/text.ts";
import type { PropsWithChildren } from "hono/jsx";
import { address, type Place, tag } from "./address.ts";

const words = {
  name: { zh: "人才服务单一窗口", en: "Talent service window" },
  skip: { zh: "跳到正文", en: "Skip to the content" },
  pages: { zh: "页面", en: "Pages" },
  start: { zh: "首页", en: "Start" },
  progress: { zh: "查询进度", en: "Progress of a case" },
  verify: { zh: "核验证照", en: "Verify a certificate" },
  reference: { zh: "接口", en: "API" },
  api: { zh: "接口说明（OpenAPI）", en: "The API (OpenAPI)" },
  example: {
    zh: "标有“示例”的数值仅供演示，没有公开来源。",
    en: "A number marked “example” is for demonstration only and has no published source.",
  },
} satisfies Record<string, Text>;

const other = { zh: "en", en: "zh" } as const satisfies Record<Language, Language>;
const ownName = { zh: "中文", en: "English" } as const satisfies Record<Language, string>;
const places: readonly Place[] = ["start", "progress", "verify", "reference"];

type Frame = PropsWithChildren<{
  readonly language: Language;
  readonly title?: Text;
  /** Which of the pages it is; none for a page that has no place in the menu. */
  readonly place?: Place;
  /** Below `/zh` and `/en`, where a page without a place is in both. */
  readonly here?: string;
}>;

const Top = ({ language, place, here }: Frame) => (
  <header class="top">
    <div class="page">
      <a class="name" href={address(language, "start")}>
        {words.name[language]}
      </a>
      <nav aria-label={words.pages[language]}>
        {places.map((one) => (
          <a href={address(language, one)} {...(one === place ? { "aria-current": "page" } : {})}>
            {words[one][language]}
          </a>
        ))}
        <a
          href={
            here === undefined
              ? address(other[language], place ?? "start")
              : address(other[language], "start") + here
          }
          lang={tag(other[language])}
          hreflang={other[language]}
        >
          {ownName[other[language]]}
        </a>
      </nav>
    </div>
  </header>
);

/** What every page has around its content. */
export const Frame = ({ language, title, place, here, children }: Frame) => (
  <html lang={tag(language)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>
        {title === undefined ? words.name[language] : `${title[language]} · ${words.name[language]}`}
      </title>
      <link rel="stylesheet" href="/portal.css" />
    </head>
    <body>
      <a class="skip" href="#content">
        {words.skip[language]}
      </a>
      <Top
        language={language}
        {...(place === undefined ? {} : { place })}
        {...(here === undefined ? {} : { here })}
      />
      <main class="page" id="content" tabindex={-1}>
        {children}
      </main>
      <footer class="foot">
        <div class="page">
          <p>{words.example[language]}</p>
          <p>
            <a href="/openapi.json">{words.api[language]}</a>
          </p>
        </div>
      </footer>
    </body>
  </html>
);
