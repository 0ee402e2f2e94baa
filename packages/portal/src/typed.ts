/** What somebody typed into a form, by the name of the field; a field that was not sent is empty. */
export type Typed = (field: string) => string;

/** Forms of ours send this one type; anything else was not sent by a page of ours. */
const FORM = "application/x-www-form-urlencoded";

/** Reads a form; undefined where the body is of another type. Text around what was typed is not part of it. */
export const readTyped = async (request: {
  header(name: string): string | undefined;
  text(): Promise<string>;
}): Promise<Typed | undefined> => {
  const type = request.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM) return undefined;
  const fields = new URLSearchParams(await request.text());
  return (field) => fields.get(field)?.trim() ?? "";
};

/** Whether it can be what was asked for at all: short enough, and nothing that no keyboard writes. */
export const isPlausible = (text: string, most: number): boolean =>
  text.length <= most && !/\p{Cc}/u.test(text);
