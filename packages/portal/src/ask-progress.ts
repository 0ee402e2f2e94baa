import { problems } from "@window/contract/problems.ts";
import type { Progress } from "@window/contract/wire/case.ts";
import type { Text } from "@window/domain/text.ts";
import type { PortalDeps } from "./deps.ts";
import { isPlausible, type Typed } from "./typed.ts";

export type ProgressField = "number" | "queryCode";

/** What a question after a case came to. `status` is that of the page. */
export type ProgressAnswer =
  | { readonly status: 200; readonly found: Progress }
  | { readonly status: 400; readonly wrong: Partial<Record<ProgressField, Text>>; readonly number: string }
  | {
      readonly status: 404 | 429;
      readonly unknown: { readonly cause: Text; readonly remedy: Text };
      readonly number: string;
      /** Seconds, where it was asked too often. */
      readonly retryAfter?: number;
    };

/** The most that the API takes for either. */
const MOST = 40;

const empty = {
  number: { zh: "请填写办件编号。", en: "Enter the case number." },
  queryCode: { zh: "请填写查询码。", en: "Enter the query code." },
} satisfies Record<ProgressField, Text>;

const tooOften = (seconds: number): { readonly cause: Text; readonly remedy: Text } => ({
  cause: problems["too-many-requests"].cause,
  remedy: {
    zh: `请在 ${seconds} 秒后再试。`,
    en: `Try again in ${seconds} seconds.`,
  },
});

/** Number and code that do not fit, and what can be neither, are one answer, so that it tells nothing. */
export const askProgress = async (
  { progress }: Pick<PortalDeps, "progress">,
  typed: Typed,
  address: string,
): Promise<ProgressAnswer> => {
  const [number, queryCode] = [typed("number"), typed("queryCode")];
  if (number === "" || queryCode === "") {
    const wrong = {
      ...(number === "" ? { number: empty.number } : {}),
      ...(queryCode === "" ? { queryCode: empty.queryCode } : {}),
    };
    return { status: 400, wrong, number: number.slice(0, MOST) };
  }
  const plausible = isPlausible(number, MOST) && isPlausible(queryCode, MOST);
  const found = plausible ? await progress(number, queryCode, address) : undefined;
  const again = { number: number.slice(0, MOST) };
  if (found === undefined) return { status: 404, unknown: problems["no-such-case"], ...again };
  if ("retryAfter" in found) {
    const { retryAfter } = found;
    return { status: 429, unknown: tooOften(retryAfter), ...again, retryAfter };
  }
  return { status: 200, found };
};
