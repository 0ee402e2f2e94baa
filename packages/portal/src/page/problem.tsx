import { type ProblemCode, problems } from "@window/contract/problems.ts";
import type { Language, Text } from "@window/domain/text.ts";
import { tag } from "./address.ts";
import type { ShownOperation } from "../reference/description.ts";
import { Frame } from "./frame.tsx";
import { operationAddress } from "./reference.tsx";

const words = {
  title: { zh: "问题说明", en: "About a problem" },
  remedy: { zh: "怎么办", en: "What to do" },
  given: { zh: "在哪些操作中出现", en: "Which operations answer it" },
  everywhere: {
    zh: "不限于某个操作，或出现在材料的检查结果中。",
    en: "It belongs to no single operation, or stands in the verdict on a document.",
  },
} satisfies Record<string, Text>;

const languages: readonly Language[] = ["zh", "en"];

/** The page that `type` of a problem document names: cause and remedy in both languages, Chinese first,
 * and the operations that answer it. */
export const ProblemPage = ({
  code,
  operations,
}: {
  readonly code: ProblemCode;
  readonly operations: readonly ShownOperation[];
}) => {
  const { status, cause, remedy } = problems[code];
  const givers = operations.filter(({ problems: those }) => those.includes(code));
  const everyone = givers.length === operations.length || givers.length === 0;
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
      <h2>
        {words.given.zh} <span lang="en">{words.given.en}</span>
      </h2>
      {everyone ? (
        <p>
          {words.everywhere.zh} <span lang="en">{words.everywhere.en}</span>
        </p>
      ) : (
        <ul class="operations">
          {givers.map(({ id, method, path, summary }) => (
            <li>
              <a href={operationAddress("zh", id)}>{summary.zh}</a>{" "}
              <a href={operationAddress("en", id)} lang="en">
                {summary.en}
              </a>
              <br />
              <code>
                {method} {path}
              </code>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
};
