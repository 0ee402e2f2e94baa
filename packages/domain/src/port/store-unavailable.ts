/**
 * Thrown by any port that cannot keep or give what it is asked for just now: the disk is full or cannot be written, the
 * service throttles or fails beyond the client's own tries. Whether a write happened is not known then; asked again under
 * its key it happens once.
 */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  constructor(cause: unknown) {
    super("the store cannot be reached or written", { cause });
  }
}
