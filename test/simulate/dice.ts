/** Chance that can be had again: the same seed throws the same numbers on every machine. */
export interface Dice {
  /** 0 … `sides - 1`. */
  below(sides: number): number;
  chance(probability: number): boolean;
  pick<Member>(members: readonly [Member, ...Member[]]): Member;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to choose by, no cryptography. */
export const openDice = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  // Neighbouring seeds begin alike; a few throws part them.
  for (let thrown = 0; thrown < 4; thrown += 1) next();
  const below = (sides: number): number => Math.floor(next() * sides);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (members) => members[below(members.length)] ?? members[0],
  };
};
