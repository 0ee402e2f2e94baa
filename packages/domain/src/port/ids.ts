import type { ApplicationId, ActorId, CaseId, CaseNumber, ClaimId, DocumentId, ReferralId } from "../id.ts";
import type { DepartmentId } from "../place/department.ts";
import type { ItemId } from "../item/item-id.ts";

/** What a handle names: one referral to one department. */
export interface HandleContent {
  readonly case: CaseId;
  readonly referral: ReferralId;
  readonly department: DepartmentId;
}

/**
 * Ids of created things: keyed hashes of who asked, for what, with which key, so that a repeated creation meets itself.
 * Every adapter promises determinism under one secret and ids that nobody without it can compute or guess.
 */
export interface Ids {
  application(principal: ActorId, requestKey: string): ApplicationId;
  document(application: ApplicationId, requestKey: string): DocumentId;
  /** Its name begins with that of its application, which `applicationOfCase` reads from it. */
  case(application: ApplicationId, item: ItemId): CaseId;
  /** The `attempt`th choice of a number (0, 1, …): 60 bits, so a choice may be taken and is claimed first. */
  number(subject: CaseId, attempt: number): { readonly number: CaseNumber; readonly claim: ClaimId };
  /** Eight characters that prove, with the case number, that somebody may see the progress. */
  queryCode(subject: CaseId): string;
  handle(content: HandleContent): string;
  /** Undefined for anything that `handle` of this secret did not make. */
  readHandle(handle: string): HandleContent | undefined;
}
