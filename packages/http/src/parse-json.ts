import type { Refused } from "./refused.ts";

/** Deeper than anything the contract has, and shallow enough for whatever walks the value afterwards. */
const DEEPEST = 32;

interface Shape {
  readonly depth: number;
  /** Members of all objects, as they are written. */
  readonly members: number;
}

/** How `text` is nested, strings left out; reading ends at the first level that is too deep. */
const shapeOf = (text: string): Shape => {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let quoted = false;
  for (let index = 0; index < text.length && deepest <= DEEPEST; index += 1) {
    const character = text[index];
    if (character === "\\" && quoted) index += 1;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === ":") members += 1;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, (depth += 1));
    else if (character === "}" || character === "]") depth -= 1;
  }
  return { depth: deepest, members };
};

/** Members of all objects, as they were read: of two with one name the first is lost. The depth has been looked at. */
const membersOf = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const within = Object.values(value);
  const own = Array.isArray(value) ? 0 : within.length;
  return within.reduce<number>((sum, member) => sum + membersOf(member), own);
};

/** An escape can stand for half a character, which nobody can show, hash or store. The depth has been looked at. */
const isWhole = (value: unknown): boolean => {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWhole(member));
};

/** Bytes as a JSON value. The depth is looked at first, so that nothing deep is ever built. */
export const parseJson = (bytes: Uint8Array): { readonly value: unknown } | Refused => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const { depth, members } = shapeOf(text);
    if (depth > DEEPEST) return { problem: "body-too-deep" };
    const value: unknown = JSON.parse(text);
    if (membersOf(value) !== members) return { problem: "body-not-json" };
    return !text.includes("\\u") || isWhole(value) ? { value } : { problem: "body-not-json" };
  } catch {
    return { problem: "body-not-json" };
  }
};
