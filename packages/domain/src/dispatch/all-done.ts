/**
 * Waits for works that were begun together, also when one of them fails, so that nothing is under way any more when the
 * caller hears of it. Throws what the first of them threw.
 */
export const allDone = async (works: readonly Promise<unknown>[]): Promise<void> => {
  const outcomes = await Promise.allSettled(works);
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed !== undefined) throw failed.reason;
};
