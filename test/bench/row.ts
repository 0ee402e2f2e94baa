/** One line of the budgets (docs/speed.md): what is measured, what it ought to be, and what it was. */
export interface Row {
  readonly name: string;
  readonly goal: string;
  readonly measure: () => Promise<Measured>;
}

export interface Measured {
  readonly met: boolean;
  readonly figures: Readonly<Record<string, number>>;
  /** What the figures do not say. */
  readonly note?: string;
}
