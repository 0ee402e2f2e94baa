/** What the sweep over the feed needs besides. */
import { openArrears } from "@window/aws/arrears.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openMarks } from "@window/aws/marks.ts";
import { environment } from "@window/aws/names.ts";
import { openViewSeqs } from "@window/aws/view-seqs.ts";
import type { Sweeping } from "@window/domain/dispatch/sweep-feed.ts";
import { dispatching } from "./aws-dispatch.ts";
import { need, once } from "./aws-env.ts";

export const sweepingDeps = once(async (): Promise<Sweeping> => {
  const own = await dispatching();
  const records = tableNamed(need(environment.records));
  return {
    ...own,
    views: { ...own.views, ...openViewSeqs(tableNamed(need(environment.views))) },
    marks: openMarks(records),
    arrears: openArrears(records),
  };
});
