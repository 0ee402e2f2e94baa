/** What somebody gave cannot be used; one line for each fault, in both languages. */
export class WrongInput extends Error {
  override name = "WrongInput";
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}
