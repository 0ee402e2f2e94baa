import type { CaseId } from "../id.ts";

/** What a task token waits for: the end of a round, or an operator's word about a case that is stuck. */
export type Waiting = `round-${number}` | "stuck";

/**
 * Task tokens of what is waited for; they never leave the platform. Every adapter promises that `put` replaces the token
 * of that wait, that `get` sees what `put` returned before, that `remove` takes that very token away and never a newer one
 * of the same wait (one that is not there is a success), and that tokens are ciphertext where they rest. A token is kept
 * for as long as its task may wait (300 days); it may be gone after that.
 */
export interface Rounds {
  put(subject: CaseId, waiting: Waiting, token: string): Promise<void>;
  get(subject: CaseId, waiting: Waiting): Promise<string | undefined>;
  remove(subject: CaseId, waiting: Waiting, token: string): Promise<void>;
}
