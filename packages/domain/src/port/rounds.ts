import type { CaseId } from "../id.ts";

/** What a task token waits for: the end of a round, or an operator's word about a case that is stuck. */
export type Waiting = `round-${number}` | "stuck";

/**
 * Task tokens of what is waited for; they never leave the platform. Every adapter promises that `put` replaces the token
 * of that wait, that `get` sees what `put` returned before, and that tokens are ciphertext where they rest.
 */
export interface Rounds {
  put(subject: CaseId, waiting: Waiting, token: string): Promise<void>;
  get(subject: CaseId, waiting: Waiting): Promise<string | undefined>;
}
