import type { Hash } from "../declared.ts";
import type { Instant } from "../instant.ts";
import type { RegisterId } from "../item/verification.ts";
import type { CaseEvent } from "./event.ts";

/** What came of a verification 核验 so far; `down` until the register has answered. */
export interface Verified {
  /** Its place among the verifications of the item. */
  readonly verification: number;
  readonly register: RegisterId;
  readonly at: Instant;
  readonly attempts: number;
  readonly asked: Hash;
  readonly outcome: "match" | "mismatch" | "not-found" | "down";
  /** The register's words for what it has otherwise. */
  readonly facts: readonly string[];
}

type Word = Extract<CaseEvent, { type: "case.verified.v1" | "case.register-down.v1" }>;

/** The latest word of each register. */
export const withWord = (known: readonly Verified[], event: Word, at: Instant): readonly Verified[] => {
  const { verification, register, attempt: attempts, asked } = event;
  const { outcome, facts } =
    event.type === "case.verified.v1" ? event : { outcome: "down" as const, facts: [] };
  const others = known.filter((each) => each.verification !== verification);
  return [...others, { verification, register, at, attempts, asked, outcome, facts }];
};
