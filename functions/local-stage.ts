/** What the pages of a demonstration show: everything is asked of the API as the person who is looked at. */
import { listApplications } from "@window/contract/operations/applications.ts";
import { listCases, listStuckCases, readCase } from "@window/contract/operations/cases.ts";
import { listEntries } from "@window/contract/operations/catalogue.ts";
import { listDesk, readDeskCase } from "@window/contract/operations/desk.ts";
import { listReferrals, readReferral } from "@window/contract/operations/referrals.ts";
import { listRevocations } from "@window/contract/operations/results.ts";
import { Day, dayOf } from "@window/domain/day.ts";
import { openTurns } from "@window/local/in-turns.ts";
import { demonstrationPeople, type DemonstrationPerson } from "@window/local/demonstration-people.ts";
import { changesBetween } from "@window/local/demonstration/changes.ts";
import { doors, type Door } from "@window/local/demonstration/doors.ts";
import { Declined, type Visitor } from "@window/local/demonstration/visitor.ts";
import { nextOpening } from "@window/local/demonstration/working-days.ts";
import type { Lists, Opened, Overview, Seen, ShownCase, Stage } from "@window/portal/stage.ts";
import type { Demonstration } from "./local-demonstration.ts";
import type { LocalPorts } from "./local-ports.ts";

const ALL = { query: { limit: "100" } };

/** What somebody has before them, by what they are here for. */
const listsOf = async (visitor: Visitor, { role, employer }: DemonstrationPerson): Promise<Lists> => {
  switch (role) {
    case "applicant": {
      const own = (await visitor.ask(listCases, ALL)).rows;
      const { rows } = await visitor.ask(listApplications, ALL);
      const drafts = rows.filter(({ phase }) => phase === "draft");
      return employer === undefined
        ? { own, drafts }
        : { own, drafts, desk: (await visitor.ask(listDesk, ALL)).rows };
    }
    case "clerk":
      return { desk: (await visitor.ask(listDesk, ALL)).rows };
    case "department":
      return { worklist: (await visitor.ask(listReferrals, ALL)).rows };
    case "operator":
      return {
        stuck: (await visitor.ask(listStuckCases, ALL)).rows,
        catalogue: (await visitor.ask(listEntries, ALL)).rows,
      };
    case "supervisor":
      return { revocations: (await visitor.ask(listRevocations, ALL)).rows };
  }
};

/** A case of one's own, also one that waits for another of its application, or fell away, and so stands on no list. */
const ownCase = async (visitor: Visitor, subject: string): Promise<Opened | undefined> => {
  try {
    return { as: "owner", case: await visitor.ask(readCase, { params: { case: subject } }) };
  } catch (fault) {
    if (fault instanceof Declined) return undefined;
    throw fault;
  }
};

/** One thing on somebody's list laid open, in the way in which it is theirs. */
const openedOf = async (visitor: Visitor, lists: Lists, subject: string): Promise<Opened | undefined> => {
  const params = { case: subject };
  const own = lists.own && (await ownCase(visitor, subject));
  if (own !== undefined) return own;
  if (lists.desk?.some((line) => line.case === subject) === true)
    return { as: "desk", desk: await visitor.ask(readDeskCase, { params }) };
  const handle = lists.worklist?.find((line) => line.case === subject)?.handle;
  if (handle === undefined) return undefined;
  return { as: "department", referral: await visitor.ask(readReferral, { params: { handle } }) };
};

/** A prepared case as its owner reads it; undefined once it is erased, by its owner or because it was kept long enough. */
const keptOf = async (owner: Visitor, subject: string): Promise<ShownCase | undefined> => {
  try {
    return await owner.ask(readCase, { params: { case: subject } });
  } catch (fault) {
    if (fault instanceof Declined && fault.code === "no-such-case") return undefined;
    throw fault;
  }
};

const overviewOf = async ({ record, as }: Demonstration, { clock }: LocalPorts): Promise<Overview> => {
  const progress = record.read();
  const day = dayOf(clock.now());
  if (progress?.state !== "made") return { state: progress?.state ?? "absent", day, cases: [] };
  const told = Object.entries(progress.cases).map(async ([story, { person, case: subject }]) => {
    const seen = subject === undefined ? undefined : await keptOf(as(person), subject);
    return seen === undefined ? [] : [{ story, seen }];
  });
  return { state: "made", day, move: progress.move, cases: (await Promise.all(told)).flat() };
};

const see = async (
  { record, as }: Demonstration,
  { person: id, story }: Door,
  opened: string | undefined,
): Promise<Seen | undefined> => {
  const person = demonstrationPeople.find((known) => known.id === id);
  if (person === undefined) return undefined;
  const lists = await listsOf(as(id), person);
  const subject = opened ?? record.read()?.cases[story]?.case;
  try {
    return { lists, opened: subject === undefined ? undefined : await openedOf(as(id), lists, subject) };
  } catch (fault) {
    if (fault instanceof Declined) return { lists };
    throw fault;
  }
};

/** The doors, the overview and the clock of a demonstration, for the portal. */
export const stageOf = (demonstration: Demonstration, ports: LocalPorts): Stage => {
  const inTurn = openTurns();
  const overview = () => overviewOf(demonstration, ports);
  const move = async (after: string): Promise<void> => {
    const from = Day.safeParse(after).data;
    // A second press, and a page that was left open, move nothing.
    if (from === undefined || from !== dayOf(ports.clock.now())) return;
    const before = await overview();
    if (before.state !== "made") return;
    const to = nextOpening((await ports.catalogue.current()).calendar, from);
    await demonstration.playUntil(to);
    const changes = changesBetween(before.cases, (await overview()).cases);
    await demonstration.record.write({ move: { from, to: dayOf(to), changes: [...changes] } });
  };
  return {
    doors,
    overview,
    async see(id, opened) {
      const door = doors.find((known) => known.id === id);
      return door && see(demonstration, door, opened);
    },
    nextWorkingDay: (after) => inTurn("clock", () => move(after)),
  };
};
