import type { Item } from "@window/domain/item/item.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { ShownDesk } from "../stage.ts";

const words = {
  answers: { zh: "填写的内容", en: "What was filled in" },
  papers: { zh: "材料", en: "Documents" },
  clean: { zh: "已检查，无异常", en: "inspected and clean" },
} satisfies Record<string, Text>;

type Shown = Pick<ShownDesk, "answers" | "documents"> & {
  /** The item, whose choices have names; absent where it is offered no more. */
  readonly item: Item | undefined;
  readonly language: Language;
};

/** A choice by its name; everything else as it was typed. */
const said = ({ item, language }: Shown, id: string, value: string | number): string | number => {
  const field = item?.fields.find((known) => known.id === id);
  const option = field?.type === "choice" ? field.options.find(({ code }) => code === value) : undefined;
  return option?.label[language] ?? value;
};

/** Answers and documents, for whoever has to decide with them. */
export const Papers = (shown: Shown) => {
  const { answers, documents, language } = shown;
  return (
    <>
      {answers !== null && (
        <>
          <h3>{words.answers[language]}</h3>
          <dl>
            {answers.map(({ field, label, value }) => (
              <>
                <dt>{label[language]}</dt>
                <dd>{said(shown, field, value)}</dd>
              </>
            ))}
          </dl>
        </>
      )}
      {documents.length > 0 && (
        <>
          <h3>{words.papers[language]}</h3>
          <ul>
            {documents.map(({ name, link, size }) => (
              <li>
                <a href={link}>{name[language]}</a> ({Math.ceil(size / 1024)} KB, {words.clean[language]})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
