/** The smallest value that at least `share` of them do not exceed (nearest rank). */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ??
  Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);
