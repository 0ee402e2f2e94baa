/** Takes `--stage S` out of the words of a command. */
export const takeStage = (
  words: readonly string[],
): { readonly stage?: string; readonly rest: readonly string[] } => {
  const at = words.indexOf("--stage");
  const stage = at < 0 ? undefined : words[at + 1];
  return stage === undefined
    ? { rest: words }
    : { stage, rest: [...words.slice(0, at), ...words.slice(at + 2)] };
};
