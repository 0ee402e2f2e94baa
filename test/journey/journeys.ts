import { grantedByBoth, seenOnTheWay } from "./happy-path.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Every journey by the sentence it proves, in an order in which the clock only moves forward. */
export const journeys: Readonly<Record<string, (window: TestedWindow) => Promise<void>>> = {
  "two departments agree one after the other, and a stranger verifies the certificate": grantedByBoth,
  "owner, department and stranger each see what is theirs while a case goes through": seenOnTheWay,
};
