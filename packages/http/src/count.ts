import type { KeyedDigest } from "@window/domain/port/digest.ts";
import type { Quotas } from "@window/domain/port/quotas.ts";
import type { Quota, Spent } from "@window/domain/quota.ts";
import type { Counted } from "./limits.ts";

export interface Counting {
  readonly keyed: KeyedDigest;
  /** Absent: nobody counts. */
  readonly quotas?: Quotas | undefined;
}

/** What came of counting: whether the call may go on, and what its answer says of its quotas. */
export interface Count {
  readonly granted: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

const FREE: Count = { granted: true, headers: {} };

/** Structured fields of draft-ietf-httpapi-ratelimit-headers (-10, 2025-09): what holds, and what is left of it. */
const policy = ({ name, size, seconds }: Quota): string => `"${name}";q=${size};w=${seconds}`;
const left = ({ name }: Quota, spent: Spent): string => `"${name}";r=${spent.left};t=${spent.fullIn}`;

/** Counts one call of `route`. Addresses and people go into the keys as keyed hashes. */
export const count = async (
  { keyed, quotas }: Counting,
  route: string,
  all: readonly Counted[],
): Promise<Count> => {
  if (quotas === undefined) return FREE;
  const taken = await Promise.all(
    all.map(async ({ quota, subject }) => {
      const spent = await quotas.take(keyed({ quota: quota.name, route, subject }), quota);
      return { quota, spent };
    }),
  );
  const refused = taken.filter(({ spent }) => !spent.granted);
  const wait = Math.max(0, ...refused.map(({ spent }) => spent.nextIn));
  return {
    granted: refused.length === 0,
    headers: {
      "ratelimit-policy": taken.map(({ quota }) => policy(quota)).join(", "),
      ratelimit: taken.map(({ quota, spent }) => left(quota, spent)).join(", "),
      ...(refused.length === 0 ? {} : { "retry-after": String(wait) }),
    },
  };
};
