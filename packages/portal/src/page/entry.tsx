import type { Language, Text } from "@window/domain/text.ts";

export interface Asked {
  readonly id: string;
  readonly language: Language;
  readonly label: Text;
  readonly hint: Text;
  /** What is wrong with what was typed; named in the field's description, not by colour alone. */
  readonly wrong?: Text | undefined;
}

/** Label, hint and fault of a field. */
export const Legend = ({ id, language, label, hint, wrong }: Asked) => (
  <>
    <label for={id}>{label[language]}</label>
    <p class="hint" id={`${id}-hint`}>
      {hint[language]}
    </p>
    {wrong && (
      <p class="wrong" id={`${id}-wrong`}>
        {wrong[language]}
      </p>
    )}
  </>
);

/** What ties a field to its legend for those who hear the page. */
export const tied = ({ id, wrong }: Pick<Asked, "id" | "wrong">) => ({
  id,
  "aria-describedby": wrong === undefined ? `${id}-hint` : `${id}-hint ${id}-wrong`,
  ...(wrong === undefined ? {} : { "aria-invalid": "true" as const }),
});
