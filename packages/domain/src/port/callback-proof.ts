import type { Instant } from "../instant.ts";

/** Why a message does not prove that a holder of the secret sent it just now. */
export type ProofCause = "missing-header" | "bad-timestamp" | "too-old" | "too-new" | "bad-signature";

export type Proof = { readonly ok: true } | { readonly ok: false; readonly cause: ProofCause };

/** The headers webhook-id, webhook-timestamp and webhook-signature as they came. */
export interface ProofHeaders {
  readonly id?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly signature?: string | undefined;
}

/**
 * Whether a callback comes from a holder of one of `secrets` (Standard Webhooks) and was signed within five minutes of
 * `now`, which is wire time. Every adapter promises to judge the raw bytes, before any parsing, in constant time.
 */
export type CallbackProof = (message: {
  readonly secrets: readonly string[];
  readonly headers: ProofHeaders;
  readonly body: Uint8Array;
  readonly now: Instant;
}) => Proof;
