import * as z from "zod";
import { operation } from "../operation.ts";
import { Edition, EditionDraft, EntryEditions, EntryLine, Publication } from "../wire/edition.ts";
import { page, PageQuery } from "../wire/page.ts";

const ofEntry = z.strictObject({ entry: z.string().max(100) });
const ofEdition = ofEntry.extend({ edition: z.coerce.number<string>().int().min(1).max(100_000) });

/** The sequence number of the entry as it was read; "0" for one that is new. */
const basis = z.object({ "if-match": z.string().regex(/^"(0|[1-9]\d{0,9})"$/) });

export const listEntries = operation({
  method: "get",
  path: "/catalogue",
  summary: {
    zh: "列出目录中的事项、窗口、部门和日历及其现行版本",
    en: "List the entries of the catalogue: items, windows, departments, the calendar, and what stands of each",
  },
  access: "operator",
  keyed: false,
  query: PageQuery,
  answers: { 200: page(EntryLine) },
  problems: [],
});

export const listEditions = operation({
  method: "get",
  path: "/catalogue/{entry}",
  summary: { zh: "列出一个条目的所有版本", en: "List all editions of one entry" },
  access: "operator",
  keyed: false,
  params: ofEntry,
  answers: { 200: EntryEditions },
  problems: ["no-such-entry"],
});

export const readEdition = operation({
  method: "get",
  path: "/catalogue/{entry}/editions/{edition}",
  summary: { zh: "读取一个版本的内容，草稿也在内", en: "Read one edition with its content, also a draft" },
  access: "operator",
  keyed: false,
  params: ofEdition,
  answers: { 200: Edition },
  problems: ["no-such-entry", "no-such-edition"],
});

export const draftEdition = operation({
  method: "post",
  path: "/catalogue/{entry}/editions",
  summary: { zh: "起草一个条目的新版本", en: "Draft another edition of an entry, or the first of a new one" },
  access: "operator",
  keyed: true,
  params: ofEntry,
  headers: basis,
  body: EditionDraft,
  answers: { 201: EntryEditions },
  problems: [
    "no-such-entry",
    "content-faulty",
    "calendar-version-taken",
    "entry-changed-meanwhile",
    "basis-missing",
  ],
});

export const publishEdition = operation({
  method: "post",
  path: "/catalogue/{entry}/editions/{edition}/publication",
  summary: { zh: "发布一个版本，立即或自某日起施行", en: "Publish an edition, at once or from a day on" },
  access: "operator",
  keyed: true,
  params: ofEdition,
  headers: basis,
  body: Publication,
  answers: { 200: EntryEditions },
  problems: [
    "no-such-entry",
    "no-such-edition",
    "already-published",
    "no-longer-stands",
    "from-in-the-past",
    "too-many-scheduled",
    "department-not-there",
    "entry-changed-meanwhile",
    "basis-missing",
  ],
});

export const withdrawEdition = operation({
  method: "post",
  path: "/catalogue/{entry}/editions/{edition}/withdrawal",
  summary: {
    zh: "撤下一个版本：放弃草稿、取消尚未施行的或停用现行的",
    en: "Withdraw an edition: a draft, one whose day has not come, or the one that stands",
  },
  access: "operator",
  keyed: true,
  params: ofEdition,
  headers: basis,
  answers: { 200: EntryEditions },
  problems: [
    "no-such-entry",
    "no-such-edition",
    "no-longer-stands",
    "calendar-needed",
    "still-asked",
    "entry-changed-meanwhile",
    "basis-missing",
  ],
});
