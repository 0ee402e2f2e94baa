import { readProgress } from "@window/contract/operations/cases.ts";
import type { Case } from "@window/domain/case/case.ts";
import { count, type Counting } from "./count.ts";
import { findProgress, type FindingProgress } from "./find-progress.ts";
import { countedOfProgress } from "./limits.ts";

const ROUTE = `${readProgress.method} ${readProgress.path}`;

/** What a page shows of a case, out of the same quotas as the API: whoever tries out codes cannot choose the door. */
export const askProgress = async (
  deps: FindingProgress & Counting,
  address: string,
  { number, queryCode }: { readonly number: string; readonly queryCode: string },
): Promise<Case | undefined | { readonly retryAfter: number }> => {
  const { granted, headers } = await count(deps, ROUTE, countedOfProgress(address, number));
  if (!granted) return { retryAfter: Number(headers["retry-after"]) };
  return findProgress(deps, number, queryCode);
};
