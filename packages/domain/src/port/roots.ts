import type { Hash } from "../declared.ts";
import type { FeedHour } from "../feed.ts";
import type { Leaf } from "../root/leaf.ts";
import type { SignedRoot } from "../root/root.ts";

/**
 * Signed roots and what lies under them, where nobody can change them: under Object Lock in the cloud, in files that are
 * never written again on one machine. Every adapter promises:
 * - of two roots put for one hour exactly one is kept, for good; the other is "taken";
 * - `from` gives the first root of an hour or of any after it, and sees every root that was reported put before;
 * - leaves are kept under the head of their tree; the same ones put again change nothing, and `leaves` gives them back
 *   in their order, or throws when they are not there.
 */
export interface Roots {
  put(signed: SignedRoot): Promise<"put" | "taken">;
  from(hour: FeedHour): Promise<SignedRoot | undefined>;
  putLeaves(head: Hash, leaves: readonly Leaf[]): Promise<void>;
  leaves(head: Hash): Promise<readonly Leaf[]>;
}
