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

interface Taken {
  readonly quota: Quota;
  readonly spent: Spent;
}

/** One after the other up to the first that is refused: whoever asks too often makes no bucket for every number he thinks of. */
const takeEach = async (
  all: readonly Counted[],
  take: (counted: Counted) => Promise<Spent>,
): Promise<readonly Taken[]> => {
  const taken: Taken[] = [];
  for (const counted of all) {
    const spent = await take(counted);
    taken.push({ quota: counted.quota, spent });
    if (!spent.granted) break;
  }
  return taken;
};

/** Counts one call of `route`. Addresses and people go into the keys as keyed hashes. */
export const count = async (
  { keyed, quotas }: Counting,
  route: string,
  all: readonly Counted[],
): Promise<Count> => {
  if (quotas === undefined) return FREE;
  const taken = await takeEach(all, ({ quota, subject }) =>
    quotas.take(keyed({ quota: quota.name, route, subject }), quota),
  );
  const refused = taken.find(({ spent }) => !spent.granted);
  return {
    granted: refused === undefined,
    headers: {
      "ratelimit-policy": all.map(({ quota }) => policy(quota)).join(", "),
      ratelimit: taken.map(({ quota, spent }) => left(quota, spent)).join(", "),
      ...(refused === undefined ? {} : { "retry-after": String(refused.spent.nextIn) }),
    },
  };
};
