import type { Attempt } from "@window/domain/delivery/delivery.ts";
import { MINUTE } from "@window/domain/instant.ts";
import type { Attempts, Claim } from "@window/domain/port/attempts.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";

const CLAIM = MINUTE;

/** Claims are leases of 60 seconds, as in the cloud: a sender that died holds its attempt that long. */
export const openMemoryAttempts = (clock: WireClock): Attempts => {
  const made = new Map<string, Attempt>();
  const held = new Map<string, { readonly token: string; readonly since: number }>();
  const nameOf = ({ subject, number }: Pick<Claim, "subject" | "number">): string => `${subject} ${number}`;
  const isHeldBy = (claim: Claim): boolean => held.get(nameOf(claim))?.token === claim.token;
  let claims = 0;
  return {
    async claim(subject, number) {
      const claim = { subject, number, token: String((claims += 1)) };
      const name = nameOf(claim);
      if (made.has(name)) return "done";
      const now = clock.now();
      if (now - (held.get(name)?.since ?? Number.NEGATIVE_INFINITY) < CLAIM) return "in-progress";
      held.set(name, { token: claim.token, since: now });
      return claim;
    },
    async release(claim) {
      if (isHeldBy(claim)) held.delete(nameOf(claim));
    },
    async record(claim, attempt) {
      if (!isHeldBy(claim)) return;
      made.set(nameOf(claim), { referral: claim.subject, number: claim.number, ...attempt });
    },
    list: async (referral) =>
      [...made.values()]
        .filter((attempt) => attempt.referral === referral)
        .toSorted((one, other) => one.number - other.number),
  };
};
