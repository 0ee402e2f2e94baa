import type { CaseId, CaseNumber, ReferralId } from "../id.ts";
import type { Instant } from "../instant.ts";
import type { ItemId } from "../item/item-id.ts";
import type { StepId } from "../item/step.ts";
import type { Text } from "../text.ts";
import type { Endpoint } from "./endpoints.ts";

/** What a department is told in the first message: thin, without personal data; details are fetched with its own token. */
export interface ReferralMessage {
  /** The same over all attempts. */
  readonly id: string;
  readonly referral: ReferralId;
  readonly case: CaseId;
  readonly caseNumber: CaseNumber;
  readonly item: ItemId;
  readonly step: StepId;
  readonly question: Text;
  readonly handle: string;
  readonly openedAt: Instant;
  readonly due: Instant;
  readonly provisional: boolean;
}

export type Posted =
  | { readonly kind: "answered"; readonly status: number; readonly latencyMs: number }
  /** Nothing was sent: the address may not be called. */
  | { readonly kind: "refused"; readonly cause: string }
  | { readonly kind: "failed"; readonly cause: string; readonly latencyMs: number };

/**
 * Posts a message, signed, to an endpoint. It promises the same body bytes for the same message, a connection only to
 * an address that was checked, no redirects, an end after 15 seconds, and codes, never texts of the other side.
 */
export type Courier = (endpoint: Endpoint, message: ReferralMessage) => Promise<Posted>;
