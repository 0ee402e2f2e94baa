import type { Instant } from "../instant.ts";
import type { Publication } from "./edition.ts";

/** As much of an edition as says when it stands. */
interface Dated {
  readonly published?: Publication;
  readonly withdrawnAt?: Instant;
}

/** Withdrawn before its day had come, it never stood. */
const everStands = ({ published, withdrawnAt }: Dated): boolean =>
  published !== undefined && (withdrawnAt === undefined || withdrawnAt > published.from);

const fromOf = ({ published }: Dated): number => published?.from ?? Number.POSITIVE_INFINITY;
const placeOf = ({ published }: Dated): number => published?.seq ?? 0;

const laterOf = <Known extends Dated>(one: Known | undefined, other: Known): Known =>
  one === undefined || (fromOf(other) - fromOf(one) || placeOf(other) - placeOf(one)) > 0 ? other : one;

/**
 * The edition that stands at an instant: the one whose day came last; of two of one day the one published later. One that
 * was withdrawn stands no longer, and what it replaced does not come back: whoever wants that publishes it again.
 */
export const standingAt = <Known extends Dated>(
  editions: readonly Known[],
  at: Instant,
): Known | undefined => {
  const last = editions
    .filter((edition) => everStands(edition) && fromOf(edition) <= at)
    .reduce<Known | undefined>(laterOf, undefined);
  return last?.withdrawnAt !== undefined && last.withdrawnAt <= at ? undefined : last;
};

/** Published, not withdrawn, and its day has not come. */
export const isScheduled = ({ published, withdrawnAt }: Dated, at: Instant): boolean =>
  published !== undefined && published.from > at && withdrawnAt === undefined;

type Status = "draft" | "scheduled" | "standing" | "replaced" | "withdrawn";

/** What has become of one of the editions by an instant. */
export const statusAt = <Known extends Dated>(
  editions: readonly Known[],
  edition: Known,
  at: Instant,
): Status => {
  if (edition.withdrawnAt !== undefined) return "withdrawn";
  if (edition.published === undefined) return "draft";
  if (isScheduled(edition, at)) return "scheduled";
  return standingAt(editions, at) === edition ? "standing" : "replaced";
};
