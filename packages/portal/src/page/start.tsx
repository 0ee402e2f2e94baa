import type { Language } from "@window/domain/text.ts";
import type { PortalDeps } from "../deps.ts";

export const StartPage = ({ deps, language }: { deps: PortalDeps; language: Language }) => (
  <html lang={language === "zh" ? "zh-Hans-CN" : "en"}>
    <head>
      <meta charset="utf-8" />
      <title>人才服务单一窗口</title>
    </head>
    <body>
      {deps.catalogue.items().map((item) => (
        <p>{item.name[language]}</p>
      ))}
    </body>
  </html>
);
