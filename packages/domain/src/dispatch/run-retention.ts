import { retireApplication, retireOpening, type Retirement, type Retiring } from "../act/retire.ts";
import { beginningOf, hourAfter, type FeedHour } from "../feed.ts";
import { ActorId, type StreamId } from "../id.ts";
import { always, perform } from "../perform.ts";
import type { Marks } from "../port/marks.ts";
import { BEGUN, firstLook, firstOpenHour, isHourOver, markOf } from "../retention/open-hours.ts";
import type { Period, RunPeriod } from "../retention/period.ts";
import { reportDecider, reportIdOf, type Report } from "../retention/report.ts";
import { applicationStanding, openingStanding } from "../retention/standing.ts";
import { allDone } from "./all-done.ts";
import { eachInHour } from "./each-in-hour.ts";

export interface Retaining extends Retiring {
  readonly marks: Marks;
  readonly periods: readonly Period[];
}

/** What one report goes over, and what a run that is cut off has to look at again: a day, or fewer hours of a busy one. */
const HOURS = 24;
const STREAMS = 100_000;

const RETENTION = ActorId.parse("sys_retention");

/** Ends a stream that is due in an hour; one that ended before is asked again, so that it is counted. */
const end = async (
  deps: Retaining,
  period: RunPeriod,
  hour: FeedHour,
  stream: StreamId,
): Promise<Retirement> => {
  const when = [hour, deps.clock.now()] as const;
  if (period.record === "opening") {
    const standing = await openingStanding(deps.store, period, stream, when);
    return standing.kind === "none" ? "kept" : retireOpening(deps, period, standing.id);
  }
  const standing = await applicationStanding(deps.store, period, stream, when);
  return standing.kind === "none" ? "kept" : retireApplication(deps, period, standing.id);
};

const count = (outcomes: readonly Retirement[], wanted: Retirement): number =>
  outcomes.filter((outcome) => outcome === wanted).length;

/** Goes over at most a day of one kind of record; undefined when nothing from there on is over yet. */
const overDay = async (deps: Retaining, period: RunPeriod, from: FeedHour): Promise<Report | undefined> => {
  let [until, seen, erased, held] = [from, 0, 0, 0];
  for (let hours = 0; hours < HOURS && seen < STREAMS; hours += 1) {
    const hour = until;
    if (!isHourOver(period, hour, deps.clock.now())) break;
    const outcomes = await eachInHour(deps.store, hour, (stream) => end(deps, period, hour, stream));
    seen += outcomes.length;
    erased += count(outcomes, "erased");
    held += count(outcomes, "held");
    until = hourAfter(hour);
  }
  return until === from ? undefined : { record: period.record, from, until, erased, held };
};

/** The report is what says how far the run has come: of two runs at once, and of one after a fall, one counts. */
const tell = async (deps: Retaining, period: RunPeriod, report: Report): Promise<Report> => {
  const id = reportIdOf(report.record, report.from);
  const request = { actor: RETENTION, key: id, body: deps.keyed(id) };
  const told = await perform(deps, reportDecider, id, always(report), request);
  if (told.kind !== "done" || told.state === undefined) throw new Error(`${id} was answered ${told.kind}`);
  await deps.marks.put(markOf(period), beginningOf(told.state.until));
  return told.state;
};

const runPeriod = async (deps: Retaining, period: RunPeriod): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  let from = await firstOpenHour(deps, period, deps.clock.now());
  for (;;) {
    const report = await overDay(deps, period, from);
    if (report === undefined) return reports;
    const told = await tell(deps, period, report);
    reports.push(told);
    from = told.until;
  }
};

/**
 * Ends what has been kept long enough. The feed is the due index: what was last changed in an hour of it comes due when that
 * hour is a period old, so nothing is searched and nothing is written ahead. Run again, or killed between any two steps, it
 * erases each record once and counts it in one report (docs/adr/0013). Returns the reports of this run; throws what one
 * kind of record failed with, when all others have been gone over.
 */
export const runRetention = async (deps: Retaining): Promise<readonly Report[]> => {
  if ((await deps.marks.get(BEGUN)) === undefined) await deps.marks.put(BEGUN, firstLook(deps.clock.now()));
  const runs: Promise<readonly Report[]>[] = [];
  for (const period of deps.periods) {
    if (period.endedBy !== "run") continue;
    const run = runPeriod(deps, period);
    runs.push(run);
    // One kind of record that cannot be gone over keeps no other from its end.
    await allDone([run]).catch(() => undefined);
  }
  await allDone(runs);
  return (await Promise.all(runs)).flat();
};
