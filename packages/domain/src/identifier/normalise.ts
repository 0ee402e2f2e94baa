/**
 * What a person meant by a typed number: full-width characters (ｘ, １) become plain ones, spaces and hyphens between
 * groups go, letters become capitals. The validators never do this by themselves; what is stored is the result.
 */
export const normalise = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u2010-\u2015-]/gu, "")
    .toUpperCase();
