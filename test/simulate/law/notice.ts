import type { Application } from "@window/domain/application/application.ts";
import { caseDecider } from "@window/domain/case/decide.ts";
import type { CaseEvent } from "@window/domain/case/event.ts";
import { NoticeId, type CaseId } from "@window/domain/id.ts";
import { HOUR } from "@window/domain/instant.ts";
import { noticeDecider } from "@window/domain/notice/decide.ts";
import type { Notice } from "@window/domain/notice/notice.ts";
import { noticeOf } from "@window/domain/notice/notice-id.ts";
import type { Occasion } from "@window/domain/notice/occasion.ts";
import { REPORT_WAIT } from "@window/domain/notice/schedule.ts";
import { fold } from "@window/domain/perform.ts";
import { isSmooth } from "../faults.ts";
import type { Folded, Ledgers } from "../ledgers.ts";
import type { World } from "../world.ts";

/** All attempts on both ways, with the sweeps between them, and time for what was put aside. */
const TOLD_WITHIN = 48 * HOUR;

/** Six attempts on each way, and each again for every time that the process died between telling and the note of it. */
const ATTEMPTS = 6;

const noticesIn = ({ shelves: { store } }: World): readonly Notice[] =>
  [...store.streams].flatMap(([stream, commits]) => {
    const state = NoticeId.safeParse(stream).success ? fold(noticeDecider, commits).state : undefined;
    return state === undefined ? [] : [state];
  });

/** What a case owes by what happened in it. */
const occasionOf = (event: CaseEvent, several: boolean): Occasion | undefined => {
  if (event.type === "case.decided.v1")
    return event.decision === "granted" && several ? "part-granted" : event.decision;
  return OCCASIONS.get(event.type);
};

const OCCASIONS = new Map<CaseEvent["type"], Occasion>([
  ["case.accepted.v1", "accepted"],
  ["case.overdue.v1", "overdue"],
  ["case.withdrawn.v1", "withdrawn"],
]);

/** What has to have been told about an application and its cases, each as its notice is called. */
const owed = ({ shop }: World, state: Application, { cases }: Ledgers): readonly NoticeId[] => {
  const several = state.cases.length > 1;
  const contacts = (subject: CaseId) => {
    const item = state.cases.find((known) => known.case === subject)?.item;
    return (item && shop.offer.item(item)?.contacts) ?? [];
  };
  const told = (subject: CaseId, occasion: Occasion): readonly NoticeId[] =>
    contacts(subject).map(({ who }) => noticeOf(subject, occasion, who));
  const unbegun = state.cases.flatMap(({ case: subject, neverBegun, outcome }) =>
    neverBegun === true && outcome !== undefined ? told(subject, outcome) : [],
  );
  const first = state.cases.find(({ outcome }) => outcome === "granted")?.case;
  const ofResult = (occasion: Occasion, isOwed: boolean): readonly NoticeId[] =>
    first !== undefined && isOwed ? told(first, occasion) : [];
  const begun = cases.filter((own) => own.state.application === state.application);
  return [
    ...unbegun,
    ...ofResult("issued", several && state.result !== undefined),
    ...ofResult("revoked", state.result?.revoked !== undefined),
    ...begun.flatMap(({ state: { case: subject }, commits }) =>
      commits
        .flatMap(({ events }) => events.map((event) => occasionOf(caseDecider.read(event), several)))
        .flatMap((occasion) => (occasion === undefined ? [] : told(subject, occasion))),
    ),
  ];
};

/** Whoever is told something is told it in the end, or stands on the list of those who have to be called. */
const endings = (world: World, { notice, erased, phase, openedAt, sent }: Notice): readonly string[] => {
  const isOver = (since: number): boolean => world.now - since > TOLD_WITHIN + REPORT_WAIT;
  if (erased) return [];
  if (phase === "queued" && isOver(openedAt)) return [`${notice} was never told`];
  const waits = phase === "sent" && sent?.channel === "sms";
  return waits && isOver(sent.at) ? [`${notice} waits for its report for ever`] : [];
};

const repeats = (world: World, { notice }: Notice): readonly string[] => {
  const most = isSmooth(world.drawn) ? 1 : ATTEMPTS * (1 + world.crashes);
  return (["sms", "email"] as const).flatMap((channel) => {
    const times = world.told.filter((told) => told.notice === notice && told.channel === channel).length;
    return times > most ? [`${notice} was told ${times} times by ${channel}`] : [];
  });
};

const ofApplication = (
  world: World,
  ledgers: Ledgers,
  { state }: Folded<Application>,
  notices: ReadonlyMap<NoticeId, Notice>,
): readonly string[] => {
  const own = [...notices.values()].filter((notice) => notice.application === state.application);
  // Whoever is erased is owed nothing, and nothing may be left of what was told.
  if (state.erased)
    return own.flatMap(({ notice, erased }) => (erased ? [] : [`${notice} outlives its application`]));
  const missing = owed(world, state, ledgers).filter((notice) => !notices.has(notice));
  return missing.map((notice) => `${notice} is owed to somebody`);
};

/** Everybody hears what happens in their case, once, or is called; nothing of it is left after the end. */
export const noticeLaw = (world: World, ledgers: Ledgers): readonly string[] => {
  const notices = noticesIn(world);
  const byId = new Map(notices.map((notice) => [notice.notice, notice]));
  return [
    ...notices.flatMap((notice) => [...endings(world, notice), ...repeats(world, notice)]),
    ...ledgers.applications.flatMap((own) => ofApplication(world, ledgers, own, byId)),
  ];
};
