import type { Language, Text } from "@window/domain/text.ts";
import type { PropsWithChildren } from "hono/jsx";

type Said = PropsWithChildren<{
  readonly tone: "good" | "bad" | "plain";
  readonly heading: Text;
  readonly says: readonly Text[];
  readonly language: Language;
}>;

/** One thing to know, said first and read out by a screen reader. */
export const Notice = ({ tone, heading, says, language, children }: Said) => (
  <section class={`notice ${tone}`} role={tone === "bad" ? "alert" : "status"}>
    <h2>{heading[language]}</h2>
    {says.map((text) => (
      <p>{text[language]}</p>
    ))}
    {children}
  </section>
);
