import type { Progress } from "@window/contract/wire/case.ts";
import { count, type Counting } from "./count.ts";
import { findProgress, type FindingProgress } from "./find-progress.ts";
import { countedOfProgress } from "./limits.ts";
import { routes } from "./routes.ts";
import { showProgress } from "./show/progress.ts";

const [ROUTE] = routes.readProgress;

/** What a page shows of a case, out of the same quotas as the API: whoever tries out codes cannot choose the door. */
export const askProgress = async (
  deps: FindingProgress & Counting,
  address: string,
  { number, queryCode }: { readonly number: string; readonly queryCode: string },
): Promise<Progress | undefined | { readonly retryAfter: number }> => {
  const { granted, headers } = await count(deps, ROUTE, countedOfProgress(address, number));
  if (!granted) return { retryAfter: Number(headers["retry-after"]) };
  const found = await findProgress(deps, number, queryCode);
  return found && showProgress(deps, found);
};
