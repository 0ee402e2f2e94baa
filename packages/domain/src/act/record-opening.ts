import type { Request } from "../commit.ts";
import { hourOf } from "../feed.ts";
import { OpeningId, type ActorId } from "../id.ts";
import { openingDecider, type Opening } from "../opening/opening.ts";
import { always, perform, type Ledger } from "../perform.ts";
import type { KeyedDigest } from "../port/digest.ts";

export interface RecordingOpenings extends Ledger {
  readonly keyed: KeyedDigest;
}

/**
 * Puts into the log that somebody opened a case; whoever shows the case waits for it. The same officer, case, purpose and
 * extent within one hour of the feed are one opening: somebody at work on a case reads it again and again in one sitting,
 * and a department's machine may ask every minute, which a person could not read and which would be 1,440 commits a day.
 * Each has a stream of its own, named by what it is, so there is nothing to be read before it is written, two officers
 * never wait for each other, and a busy department shares no key with itself.
 */
export const recordOpening = async (
  deps: RecordingOpenings,
  actor: ActorId,
  opening: Opening,
): Promise<void> => {
  const name = deps.keyed({ opening, actor, hour: hourOf(deps.clock.now()) });
  const id = OpeningId.parse(`opn_${name.slice(0, 32)}`);
  const request: Request = { actor, key: id, body: name };
  const recorded = await perform(
    deps,
    openingDecider,
    id,
    always({ type: "record", opening } as const),
    request,
  );
  if (recorded.kind !== "done") throw new Error(`recording ${id} was answered ${recorded.kind}`);
};
