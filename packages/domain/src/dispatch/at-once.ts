import { allDone } from "./all-done.ts";

/**
 * Does `act` to every item, `width` of them at the same time: the next one begins when any one has ended, so a slow one
 * holds nobody up. Resolves when none is under way; throws what `act` threw first.
 */
export const atOnce = async <Item>(
  width: number,
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> => {
  const rest = items.values();
  const work = async (): Promise<void> => {
    for (const item of rest) await act(item);
  };
  await allDone(Array.from({ length: Math.min(width, items.length) }, work));
};
