import type { Progress } from "@window/contract/wire/case.ts";
import type { Verification } from "@window/contract/wire/result.ts";
import type { Catalogue } from "@window/domain/port/catalogue.ts";
import type { Text } from "@window/domain/text.ts";
import type { Stage } from "./stage.ts";

/** Somebody invented, whom a visitor may be where the window is only tried out. */
export interface DemonstrationPerson {
  readonly id: string;
  readonly name: Text;
  readonly role: "applicant" | "clerk" | "supervisor" | "department" | "operator";
  readonly description: Text;
}

/** One message that somebody of the demonstration was sent. */
export interface DemonstrationLetter {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly channel: "sms" | "email";
  /** Masked. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How to be one of them: a form sent to `tokenEndpoint` with these fields and `person`. */
export interface Demonstration {
  readonly people: readonly DemonstrationPerson[];
  readonly tokenEndpoint: string;
  /** Handed in, so that a bundle without demonstration people does not hold the name of the grant. */
  readonly grantType: string;
  readonly clientId: string;
  /** What they were sent, newest first. */
  readonly letters: () => readonly DemonstrationLetter[];
  /** Absent where people may be somebody and nothing is prepared. */
  readonly stage?: Stage | undefined;
}

export type ProgressFound = Progress | undefined | { readonly retryAfter: number };

/** What the pages need of the window: plain functions, so that whoever composes it says where they come from. */
export interface PortalDeps {
  readonly catalogue: Pick<Catalogue, "current">;
  /**
   * How far a case is; undefined where number and query code do not fit, seconds to wait where `address` has asked too
   * often. Throws only on a fault.
   */
  readonly progress: (number: string, queryCode: string, address: string) => Promise<ProgressFound>;
  /** What a certificate (compact JWS) is worth. Throws only on a fault. */
  readonly verify: (certificate: string) => Promise<Verification>;
  /** Only where the window is tried out. */
  readonly demonstration?: Demonstration;
  /** Told of a fault under the number that its page shows. */
  readonly failed?: (incident: string, fault: Error) => void;
}
