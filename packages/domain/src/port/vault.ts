import type { Sealed } from "../declared.ts";
import type { ApplicationId, StreamId } from "../id.ts";

/** Where a sealed value stands. It is bound to the ciphertext: a value moved elsewhere does not open. */
export interface Place {
  /** Whose data key: personal values are erased per application. */
  readonly subject: ApplicationId;
  readonly stream: StreamId;
  /** Version of the layout of the sealed fields. */
  readonly version: 1;
}

/**
 * Personal values as ciphertext (AES-256-GCM) under one data key per subject. Every adapter promises:
 * - the first `seal` of a subject makes its key; two at once agree on one;
 * - what was sealed opens at its place and field and nowhere else; another place is a thrown fault;
 * - after `erase` returns, `open` of anything of the subject is "erased" within five minutes in every process, for
 *   good, and `seal` throws `SubjectErased`;
 * - the wrapping key is asked of the key service at most every five minutes per process.
 */
export interface Vault {
  seal<Field extends string>(
    place: Place,
    texts: Readonly<Record<Field, string>>,
  ): Promise<Record<Field, Sealed>>;
  open<Field extends string>(
    place: Place,
    sealed: Readonly<Record<Field, Sealed>>,
  ): Promise<Record<Field, string> | "erased">;
  erase(subject: ApplicationId): Promise<void>;
}
