/** Thrown by whatever is read page by page, for a cursor that it did not give. */
export class BadCursor extends Error {
  override readonly name = "BadCursor";
  constructor() {
    super("no page ends there");
  }
}
