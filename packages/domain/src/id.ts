import * as z from "zod";
import { CalendarId } from "./calendar/calendar-id.ts";
import { prefixed } from "./declared.ts";
import { ItemId } from "./item/item-id.ts";
import { DepartmentId } from "./place/department.ts";
import { WindowId } from "./place/window.ts";

export const ApplicationId = prefixed("app");
export type ApplicationId = z.infer<typeof ApplicationId>;

export const CaseId = prefixed("case");
export type CaseId = z.infer<typeof CaseId>;

export const DocumentId = prefixed("doc");
export type DocumentId = z.infer<typeof DocumentId>;

export const ReferralId = prefixed("ref");
export type ReferralId = z.infer<typeof ReferralId>;

export const ResultId = prefixed("res");
export type ResultId = z.infer<typeof ResultId>;

export const NoticeId = prefixed("ntc");
export type NoticeId = z.infer<typeof NoticeId>;

export const ClaimId = prefixed("claim");
export type ClaimId = z.infer<typeof ClaimId>;

export const OpeningId = prefixed("opn");
export type OpeningId = z.infer<typeof OpeningId>;

export const LookUpId = prefixed("look");
export type LookUpId = z.infer<typeof LookUpId>;

export const ReportId = prefixed("ret");
export type ReportId = z.infer<typeof ReportId>;

/** Whoever acts: a person's pseudonymous subject, a department, or a part of the window itself (`sys_…`). */
export const ActorId = z
  .string()
  .regex(/^(usr|dept|sys)_[0-9A-Za-z][0-9A-Za-z-]{0,79}$/)
  .meta({ declared: "id" })
  .brand<"Actor">();
export type ActorId = z.infer<typeof ActorId>;

/** What the catalogue is made of: each entry has a stream of its own. */
export const EntryId = z.union([ItemId, WindowId, DepartmentId, CalendarId]);
export type EntryId = z.infer<typeof EntryId>;

/** A stream of commits is named by the id of its aggregate. */
export const StreamId = z.union([
  ApplicationId,
  CaseId,
  NoticeId,
  ClaimId,
  OpeningId,
  LookUpId,
  ReportId,
  EntryId,
]);
export type StreamId = z.infer<typeof StreamId>;

/** What people write down and type: three groups of four without letters that are easily confused. */
export const CaseNumber = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  .meta({ declared: "id" })
  .brand<"CaseNumber">();
export type CaseNumber = z.infer<typeof CaseNumber>;
