import type { Text } from "@window/domain/text.ts";

/** A step of the story did not hold. */
export class StoryBroken extends Error {
  override name = "StoryBroken";
}

/** Tells the story, and keeps count of what held. */
export type Teller = {
  chapter(title: Text): void;
  /** A fact: what it is called, and what it is. */
  fact(label: Text, value: string): void;
  say(text: Text): void;
  /** Something that has to be so. Throws StoryBroken when it is not. */
  hold(claim: Text, isSo: boolean, instead?: unknown): void;
  held(): number;
};

const LABEL_COLUMNS = 30;

/** Columns in a terminal: CJK characters and full-width punctuation take two. */
export const columns = (text: string): number =>
  Array.from(text).reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(1, width - columns(text)));

const paints = { bold: 1, dim: 2, red: 31, green: 32, cyan: 36 } as const;

/** Writes lines; colours only where somebody looks. */
export const openTeller = (write: (line: string) => void, inColour: boolean): Teller => {
  const paint = (text: string, colour: keyof typeof paints) =>
    inColour ? `\u001b[${paints[colour]}m${text}\u001b[0m` : text;
  let chapters = 0;
  let held = 0;
  return {
    chapter: ({ zh, en }) => {
      chapters += 1;
      write("");
      write(paint(`${String(chapters).padStart(2)}  ${zh} · ${en}`, "bold"));
    },
    fact: ({ zh, en }, value) => {
      write(`    ${paint(padded(`${zh} ${en}`, LABEL_COLUMNS), "dim")}${value}`);
    },
    say: ({ zh, en }) => {
      write(`    ${paint(`${zh} ${en}`, "dim")}`);
    },
    hold: ({ zh, en }, isSo, instead) => {
      write(`  ${isSo ? paint("✓", "green") : paint("✗", "red")} ${zh} ${en}`);
      if (!isSo)
        throw new StoryBroken(instead === undefined ? en : `${en}; instead: ${JSON.stringify(instead)}`);
      held += 1;
    },
    held: () => held,
  };
};
