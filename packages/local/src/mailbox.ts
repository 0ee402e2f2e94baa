import type { Instant } from "@window/domain/instant.ts";
import type { Channel } from "@window/domain/notice/occasion.ts";

/** One message as somebody in the demonstration got it; whose it is shows only masked. */
export interface Letter {
  readonly id: string;
  readonly at: Instant;
  readonly channel: Channel;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The newest ones; a demonstration has no more to look at. */
const ROOM = 200;

/**
 * Where the messages of a demonstration arrive. In memory alone, because no address and no text of a message may lie in
 * the data folder in the clear; the same message twice is one letter.
 */
export interface Mailbox {
  put(letter: Letter): void;
  /** Newest first. */
  letters(): readonly Letter[];
}

export const openMailbox = (): Mailbox => {
  const held = new Map<string, Letter>();
  return {
    put(letter) {
      held.set(`${letter.channel} ${letter.id}`, letter);
      const [oldest] = held.keys();
      if (held.size > ROOM && oldest !== undefined) held.delete(oldest);
    },
    letters: () => [...held.values()].reverse(),
  };
};
