import { listPeriods, listReports, readDue } from "@window/contract/operations/retention.ts";
import { RetentionReport } from "@window/contract/wire/retention.ts";
import { countDue } from "@window/domain/dispatch/count-due.ts";
import { beginningOf } from "@window/domain/feed.ts";
import { toIso } from "@window/domain/instant.ts";
import { Report, REPORTS } from "@window/domain/retention/report.ts";
import type { ViewRow } from "@window/domain/view.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";
import { pageOf } from "../page-of.ts";

const LIST = { view: "card", partitions: [REPORTS] } as const;

/** Reports count by hours of the log; people read moments. */
const hoursOf = ({ body }: ViewRow) => {
  const { from, until } = Report.parse(body);
  return { from: toIso(beginningOf(from)), until: toIso(beginningOf(until)) };
};

export const retention = {
  listPeriods: handle(listPeriods, async ({ periods }) => answer(200, { periods: [...(await periods())] })),

  listReports: handle(listReports, async (deps, { query }) =>
    answer(200, await pageOf(deps.views, LIST, query, RetentionReport, hoursOf)),
  ),

  readDue: handle(readDue, async (deps) => {
    const records = await countDue({ ...deps, periods: await deps.periods() });
    return answer(200, {
      records: records.map(({ from, until, ...due }) => ({ ...due, from: toIso(from), until: toIso(until) })),
    });
  }),
};
