import type { CaseId } from "../id.ts";
import type { RegisterId } from "../item/verification.ts";

/** Facts as the form has them, under the register's own words. */
export interface RegisterQuestion {
  readonly case: CaseId;
  readonly register: RegisterId;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** `down` says nothing about the facts: nobody has looked. Its cause is a code. */
export type Verdict =
  | { readonly kind: "match" }
  /** `facts` are the words under which the register has something else. */
  | { readonly kind: "mismatch"; readonly facts: readonly string[] }
  | { readonly kind: "not-found" }
  | { readonly kind: "down"; readonly cause: string };

/**
 * Public registers (population, business, …) that answers are held against. Every adapter promises:
 * - an end after 15 seconds, and a connection only to an address that was checked;
 * - `down` for whatever is not a well-formed answer to this very question: never "not found" for want of an answer;
 * - nothing of the facts, and no text of the other side, in a cause or a log.
 */
export interface Registers {
  /** Whether there is a connection to it; one that is not connected is not asked. */
  connected(register: RegisterId): Promise<boolean>;
  ask(question: RegisterQuestion): Promise<Verdict>;
}
