import type { Request } from "../commit.ts";
import { ActorId } from "../id.ts";
import type { KeyedDigest } from "../port/digest.ts";

const WINDOW = ActorId.parse("sys_window");

/**
 * What the window does by itself is a request like any other: its key names what it follows from (a commit, a timer, a
 * task), so doing it again meets the first time.
 */
export const follows = (keyed: KeyedDigest, key: string): Request => ({
  actor: WINDOW,
  key,
  body: keyed(key),
});
