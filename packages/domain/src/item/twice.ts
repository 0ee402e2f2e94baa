/** What stands twice among the names of one noun. */
export const twice = (noun: string, ids: readonly string[]): string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${noun} ${id} stands twice`);
