import { setTimeout as pause } from "node:timers/promises";

const TRIES = 200;

/**
 * Looks until what is seen is right, twenty seconds at most, and returns what was seen last. For promises of "soon" alone:
 * lists that are eventually complete, messages that are told at some time, forms that expire by the wall clock.
 */
export const eventually = async <Seen>(
  look: () => Seen | Promise<Seen>,
  isRight: (seen: Seen) => boolean,
): Promise<Seen> => {
  let seen = await look();
  for (let tries = 0; tries < TRIES && !isRight(seen); tries += 1) {
    await pause(100);
    seen = await look();
  }
  return seen;
};
