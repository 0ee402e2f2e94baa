// Written by test/kit/department-events.ts from the contract's JSON Schemas: change those, not this.

/** A department is asked: what, by when (`due`, UTC), where to read and where to answer. */
export type ReferralRequested = {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: "talent.referral.requested.v1";
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: "application/json";
  readonly dataschema?: string | null;
  readonly data: {
    readonly referral: string;
    readonly case: string;
    readonly caseNumber: string;
    readonly item: string;
    readonly step: string;
    readonly question: { readonly zh: string; readonly en: string };
    readonly handle: string;
    readonly callback: string;
    readonly details: string;
    readonly due: string;
    readonly provisional: boolean;
  };
};

/** 签收: the department has seen the referral. */
export type ReferralAcknowledged = {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: "talent.referral.acknowledged.v1";
  readonly subject?: string | null;
  readonly time?: string | null;
  readonly datacontenttype?: "application/json" | null;
  readonly dataschema?: string | null;
  readonly data: Readonly<Record<string, never>>;
};

/** 办理意见: the one final answer. A refusal names at least one reason from the item's closed list. */
export type ReferralAnswered = {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: "talent.referral.answered.v1";
  readonly subject?: string | null;
  readonly time?: string | null;
  readonly datacontenttype?: "application/json" | null;
  readonly dataschema?: string | null;
  readonly data:
    | { readonly outcome: "agree"; readonly reasons?: readonly string[]; readonly opinion?: string }
    | { readonly outcome: "refuse"; readonly reasons: readonly string[]; readonly opinion?: string };
};

/** What an answer says. */
export type Answer = ReferralAnswered["data"];

/** Everything that may be posted to a callback. */ export type ReferralCallback =
  ReferralAcknowledged | ReferralAnswered;
