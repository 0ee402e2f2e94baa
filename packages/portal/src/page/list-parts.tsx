import { dayOf } from "@window/domain/day.ts";
import { fromIso, later } from "@window/domain/instant.ts";
import type { Offer } from "@window/domain/edition/offer.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import type { Language, Text } from "@window/domain/text.ts";
import type { Child } from "hono/jsx";
import type { Lists } from "../stage.ts";
import { Example } from "./limit.tsx";
import { phases, reasons, waits, words } from "./list-words.ts";
import { ShownDay, ShownMoment } from "./moment.tsx";

export interface Listed {
  readonly offer: Offer;
  readonly language: Language;
  /** Where a thing of the list is laid open. */
  readonly here: string;
}

/** One list, ready to be shown. */
export interface Part {
  readonly heading: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Child[])[];
}

type Rows<Name extends keyof Lists> = NonNullable<Lists[Name]>;

const item = ({ offer, language }: Listed, id: string): string =>
  offer.item(ItemId.parse(id))?.name[language] ?? id;

const day = ({ language }: Listed, moment: string): Child => (
  <ShownDay day={dayOf(fromIso(moment))} language={language} />
);

/** A limit ends with its last day; `due` is the first moment after it. */
const lastDay = ({ language }: Listed, due: string | null): Child =>
  due === null ? "—" : <ShownDay day={dayOf(later(fromIso(due), -1))} language={language} />;

const at = ({ language }: Listed, moment: string): Child => <ShownMoment at={moment} language={language} />;

const number = ({ language, here }: Listed, line: { readonly number: string; readonly case?: string }) => (
  <>
    {line.case === undefined ? (
      line.number
    ) : (
      <a href={`${here}?case=${encodeURIComponent(line.case)}`}>{line.number}</a>
    )}{" "}
    <Example language={language} />
  </>
);

const own = (listed: Listed, rows: Rows<"own">): Part => ({
  heading: words.own,
  columns: [words.number, words.item, words.received, words.due, words.stands],
  rows: rows.map((line) => [
    number(listed, line),
    item(listed, line.item),
    day(listed, line.receivedAt),
    lastDay(listed, line.due),
    phases[line.decision ?? line.phase][listed.language] +
      (line.overdue ? ` · ${words.late[listed.language]}` : ""),
  ]),
});

const drafts = (listed: Listed, rows: Rows<"drafts">): Part => ({
  heading: words.drafts,
  columns: [words.item, words.stands],
  rows: rows.map((line) => [
    <>
      {item(listed, line.item)} <Example language={listed.language} />
    </>,
    words.draft[listed.language],
  ]),
});

const desk = (listed: Listed, rows: Rows<"desk">): Part => ({
  heading: words.desk,
  columns: [words.number, words.item, words.received, words.due, words.waits],
  rows: rows.map((line) => [
    number(listed, line),
    item(listed, line.item),
    day(listed, line.receivedAt),
    lastDay(listed, line.due),
    waits[line.for][listed.language],
  ]),
});

const worklist = (listed: Listed, rows: Rows<"worklist">): Part => ({
  heading: words.worklist,
  columns: [words.number, words.item, words.asked, words.due],
  rows: rows.map((line) => [
    number(listed, line),
    item(listed, line.item),
    day(listed, line.openedAt),
    lastDay(listed, line.due),
  ]),
});

const stuck = (listed: Listed, rows: Rows<"stuck">): Part => ({
  heading: words.stuck,
  columns: [words.number, words.item, words.at, words.cause],
  rows: rows.map((line) => [
    number(listed, { number: line.number }),
    item(listed, line.item),
    at(listed, line.stuckAt),
    words.planted[listed.language],
  ]),
});

const catalogue = (listed: Listed, rows: Rows<"catalogue">): Part => ({
  heading: words.catalogue,
  columns: [words.entry, words.stands],
  rows: rows
    .filter((line) => line.drafts > 0)
    .map((line) => [
      <>
        {line.entry} <Example language={listed.language} />
      </>,
      words.unpublished[listed.language],
    ]),
});

const revocations = (listed: Listed, rows: Rows<"revocations">): Part => ({
  heading: words.revocations,
  columns: [words.result, words.at, words.reason],
  rows: rows.map((line) => [
    <>
      {line.result} <Example language={listed.language} />
    </>,
    at(listed, line.at),
    reasons[line.reason][listed.language],
  ]),
});

/** The lists that somebody has, each as it is shown. */
export const partsOf = (lists: Lists, listed: Listed): readonly Part[] => [
  ...(lists.own ? [own(listed, lists.own)] : []),
  ...(lists.desk ? [desk(listed, lists.desk)] : []),
  ...(lists.drafts?.length ? [drafts(listed, lists.drafts)] : []),
  ...(lists.worklist ? [worklist(listed, lists.worklist)] : []),
  ...(lists.stuck ? [stuck(listed, lists.stuck)] : []),
  ...(lists.catalogue ? [catalogue(listed, lists.catalogue)] : []),
  ...(lists.revocations ? [revocations(listed, lists.revocations)] : []),
];
