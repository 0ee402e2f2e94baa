import { application } from "../application/decide.ts";
import { caseDecider } from "../case/decide.ts";
import type { Commit } from "../commit.ts";
import { rowsOfEntry } from "../edition/card.ts";
import { editionDecider } from "../edition/decide.ts";
import type {
  ApplicationId,
  CaseId,
  ClaimId,
  EntryId,
  LookUpId,
  NoticeId,
  OpeningId,
  ReportId,
  StreamId,
} from "../id.ts";
import type { Instant } from "../instant.ts";
import { noticeDecider } from "../notice/decide.ts";
import { effectsOfNotice } from "../notice/effect.ts";
import { rowsOfNotice } from "../notice/rows.ts";
import { openingDecider } from "../opening/opening.ts";
import { rowsOfOpening } from "../opening/opening-rows.ts";
import { fold } from "../perform.ts";
import type { Views } from "../port/views.ts";
import { reportDecider, rowsOfReport } from "../retention/report.ts";
import type { ViewRow } from "../view.ts";
import { allDone } from "./all-done.ts";
import { effectsOfApplication } from "./application-effect.ts";
import { effectsOfCase } from "./effect.ts";
import { type IndexingPeople, personRows } from "./person-rows.ts";
import type { Effecting } from "./run-effect.ts";
import { runEffectOfApplication, runEffectOfCase, runEffectOfNotice } from "./run-effect.ts";
import { rowsOfApplication, rowsOfCase } from "./view-rows.ts";

export interface Dispatching extends Effecting, IndexingPeople {
  readonly views: Pick<Views, "put" | "get" | "list">;
}

const isApplication = (stream: StreamId): stream is ApplicationId => stream.startsWith("app_");
const isCase = (stream: StreamId): stream is CaseId => stream.startsWith("case_");

const isReport = (stream: StreamId): stream is ReportId => stream.startsWith("ret_");
const isOpening = (stream: StreamId): stream is OpeningId => stream.startsWith("opn_");
const isNotice = (stream: StreamId): stream is NoticeId => stream.startsWith("ntc_");

const isClaim = (stream: StreamId): stream is ClaimId => stream.startsWith("claim_");
const isLookUp = (stream: StreamId): stream is LookUpId => stream.startsWith("look_");

/** Claims and look-ups have neither views nor effects. */
export type Dispatched = ApplicationId | CaseId | NoticeId | OpeningId | ReportId | EntryId;
export const isDispatched = (stream: StreamId): stream is Dispatched => !isClaim(stream) && !isLookUp(stream);

/** Every row of a stream that follows from its commits alone: the same commits give the same bytes. */
export const rowsOf = (stream: Dispatched, commits: readonly Commit[]): readonly ViewRow[] => {
  if (isCase(stream)) {
    const { state, seq } = fold(caseDecider, commits);
    return state === undefined ? [] : rowsOfCase(state, seq);
  }
  if (isApplication(stream)) {
    const { state, seq } = fold(application, commits);
    return state === undefined ? [] : rowsOfApplication(state, seq);
  }
  if (isOpening(stream)) {
    const { state, seq } = fold(openingDecider, commits);
    return rowsOfOpening(stream, state, seq);
  }
  if (isNotice(stream)) {
    const { state, seq } = fold(noticeDecider, commits);
    return state === undefined ? [] : rowsOfNotice(state, seq);
  }
  if (isReport(stream)) {
    const { state, seq } = fold(reportDecider, commits);
    return rowsOfReport(stream, state, seq);
  }
  const { state, seq } = fold(editionDecider, commits);
  return rowsOfEntry(stream, state, seq);
};

type Fresh = readonly { readonly at: Instant; readonly event: unknown }[];

const ofCase = async (deps: Effecting, commits: readonly Commit[], fresh: Fresh): Promise<void> => {
  const { state } = fold(caseDecider, commits);
  if (state === undefined) return;
  const effects = fresh.flatMap(({ event, at }) => effectsOfCase(state, caseDecider.read(event), at));
  await allDone(effects.map((effect) => runEffectOfCase(deps, state, effect)));
};

const ofApplication = async (deps: Effecting, commits: readonly Commit[], fresh: Fresh): Promise<void> => {
  const { state } = fold(application, commits);
  if (state === undefined) return;
  const effects = fresh.flatMap(({ event }) => effectsOfApplication(state, application.read(event)));
  // Two conclusions in one commit bring about the same result: it is issued once.
  const each = new Map(effects.map((effect) => [JSON.stringify(effect), effect]));
  await allDone([...each.values()].map((effect) => runEffectOfApplication(deps, state, effect)));
};

const ofNotice = async (deps: Effecting, commits: readonly Commit[], fresh: Fresh): Promise<void> => {
  const { state } = fold(noticeDecider, commits);
  if (state === undefined) return;
  const effects = fresh.flatMap(({ event, at }) => effectsOfNotice(state, noticeDecider.read(event), at));
  for (const effect of effects) await runEffectOfNotice(deps, effect);
};

/**
 * Brings the world up to a stream: runs the effects of the commits that are newer than its `card`, then writes its
 * views. The effects are begun together, because none counts on another; on one machine their writes then share an
 * fsync. The `card` is written last and so marks what has been done: a crash in between runs effects again, never
 * leaves one out. Whoever is told of a stream calls this, in any order and as often as it is told.
 */
export const dispatch = async (deps: Dispatching, stream: StreamId): Promise<void> => {
  if (!isDispatched(stream)) return;
  const card = await deps.views.get("card", stream);
  const commits = await deps.store.load(stream);
  const done = card?.seq ?? 0;
  if (done >= (commits.at(-1)?.seq ?? 0)) return;
  const fresh = commits
    .filter(({ seq }) => seq > done)
    .flatMap(({ at, events }) => events.map((event) => ({ at, event })));
  if (isCase(stream)) await ofCase(deps, commits, fresh);
  // Of entries, openings and reports nothing follows but what is read of them.
  else if (isApplication(stream)) await ofApplication(deps, commits, fresh);
  else if (isNotice(stream)) await ofNotice(deps, commits, fresh);
  await writeRows(deps.views, await everyRow(deps, stream, commits, done));
};

/** Rows that follow from the commits, then those that only whoever has the subject's key can make. */
export const everyRow = async (
  deps: IndexingPeople,
  stream: Dispatched,
  commits: readonly Commit[],
  done = 0,
): Promise<readonly ViewRow[]> => [
  ...rowsOf(stream, commits),
  ...(isApplication(stream) ? await personRows(deps, commits, done) : []),
];

/** The first row is the `card`; it is written when all others are. */
export const writeRows = async (
  views: Pick<Views, "put">,
  [card, ...others]: readonly ViewRow[],
): Promise<void> => {
  await Promise.all(others.map((row) => views.put(row)));
  if (card !== undefined) await views.put(card);
};
