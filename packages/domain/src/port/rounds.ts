import type { CaseId } from "../id.ts";

/**
 * Task tokens of rounds that are waited for; they never leave the platform. Every adapter promises that `put` replaces
 * the token of that round, that `get` sees what `put` returned before, and that tokens are ciphertext where they rest.
 */
export interface Rounds {
  put(subject: CaseId, round: number, token: string): Promise<void>;
  get(subject: CaseId, round: number): Promise<string | undefined>;
}
