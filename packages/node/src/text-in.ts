import { Language, type Text } from "@window/domain/text.ts";

/** A text in the language chosen; in both, Chinese first, where none was. */
export const textIn = (text: Text, language: Language | undefined, between: string): string =>
  language === undefined ? Language.options.map((each) => text[each]).join(between) : text[language];
