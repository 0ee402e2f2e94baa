/** How many webhooks came more often than once, each time counted. */
export const repeatedOf = (heard: ReadonlyMap<string, number>): number =>
  [...heard.values()].reduce((sum, times) => sum + times - 1, 0);
