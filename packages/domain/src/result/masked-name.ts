/**
 * A name as a certificate shows it: the first character of each word, the others as `*`, so that whoever holds the
 * person's document can compare and nobody else learns the name. Works for one-word names and any script.
 */
export const maskedName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [first = "", ...rest] = Array.from(word);
      return first + "*".repeat(Math.min(rest.length, 6));
    })
    .join(" ")
    .slice(0, 60);
