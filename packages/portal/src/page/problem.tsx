import { type ProblemCode, problems } from "@window/contract/problems.ts";
import type { Language, Text } from "@window/domain/text.ts";
import { tag } from "./address.ts";
import { Frame } from "./frame.tsx";

const words = {
  title: { zh: "问题说明", en: "About a problem" },
  remedy: { zh: "怎么办", en: "What to do" },
} satisfies Record<string, Text>;

const languages: readonly Language[] = ["zh", "en"];

/** The page that `type` of a problem document names: cause and remedy in both languages, Chinese first. */
export const ProblemPage = ({ code }: { readonly code: ProblemCode }) => {
  const { status, cause, remedy } = problems[code];
  return (
    <Frame language="zh" title={words.title}>
      <h1>
        {words.title.zh} <span lang="en">{words.title.en}</span>
      </h1>
      <p class="soft">
        <code>{code}</code> · HTTP {status}
      </p>
      {languages.map((language) => (
        <section lang={tag(language)}>
          <h2>{cause[language]}</h2>
          <p>
            <strong>
              {words.remedy[language]}
              {language === "zh" ? "：" : ": "}
            </strong>
            {remedy[language]}
          </p>
        </section>
      ))}
    </Frame>
  );
};
