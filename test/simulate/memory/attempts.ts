import type { Attempt } from "@window/domain/delivery/delivery.ts";
import { MINUTE } from "@window/domain/instant.ts";
import type { Attempts } from "@window/domain/port/attempts.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";

const CLAIM = MINUTE;

/** Claims are leases of 60 seconds, as in the cloud: a sender that died holds its attempt that long. */
export const openMemoryAttempts = (clock: WireClock): Attempts => {
  const made = new Map<string, Attempt>();
  const held = new Map<string, number>();
  return {
    async claim(subject, number) {
      const name = `${subject} ${number}`;
      if (made.has(name)) return "done";
      const now = clock.now();
      if (now - (held.get(name) ?? Number.NEGATIVE_INFINITY) < CLAIM) return "in-progress";
      held.set(name, now);
      return "claimed";
    },
    async release(subject, number) {
      held.delete(`${subject} ${number}`);
    },
    async record(attempt) {
      made.set(`${attempt.referral} ${attempt.number}`, attempt);
    },
    list: async (referral) =>
      [...made.values()]
        .filter((attempt) => attempt.referral === referral)
        .toSorted((one, other) => one.number - other.number),
  };
};
