/** Thrown by a vault that is asked to seal for a subject whose key has been erased. */
export class SubjectErased extends Error {
  override readonly name = "SubjectErased";
  constructor() {
    super("the subject of this value has been erased");
  }
}
