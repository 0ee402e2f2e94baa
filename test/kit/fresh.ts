import { ApplicationId, CaseId, DocumentId, NoticeId, ReferralId } from "@window/domain/id.ts";
import { HOUR, Instant } from "@window/domain/instant.ts";
import { randomBytes, randomInt } from "node:crypto";

/** Ids that no other test has, so that one table serves all of them. */
const fresh = (): string => randomBytes(13).toString("hex");

export const freshApplication = (): ApplicationId => ApplicationId.parse(`app_${fresh()}`);
export const freshCase = (): CaseId => CaseId.parse(`case_${fresh()}`);
export const freshDocument = (): DocumentId => DocumentId.parse(`doc_${fresh()}`);
export const freshReferral = (): ReferralId => ReferralId.parse(`ref_${fresh()}-0-0`);
export const freshNotice = (): NoticeId => NoticeId.parse(`ntc_${fresh()}-accepted`);
export const freshName = (): string => fresh();

/** The beginning of an hour between 2030 and 2200 that, very probably, no other test writes anything into. */
export const freshHour = (): Instant => Instant.parse(randomInt(526_000, 2_016_000) * HOUR);
