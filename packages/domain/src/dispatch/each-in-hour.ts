import type { FeedHour } from "../feed.ts";
import type { StreamId } from "../id.ts";
import type { EventStore } from "../port/event-store.ts";
import { atOnce } from "./at-once.ts";
import { streamsOf } from "./streams-in-feed.ts";

/** Streams that are looked at together: enough to share commits, few enough for any store. */
const AT_ONCE = 32;

/** Does `act` to every stream that has a commit in an hour of the feed, once each; the answers are in no
 * order. Throws what `act` throws, when none is under way. */
export const eachInHour = async <Answer>(
  store: Pick<EventStore, "feed">,
  hour: FeedHour,
  act: (stream: StreamId) => Promise<Answer>,
): Promise<readonly Answer[]> => {
  const streams = new Set<StreamId>();
  for await (const { stream } of streamsOf(store, hour)) streams.add(stream);
  const answers: Answer[] = [];
  await atOnce(AT_ONCE, [...streams], async (stream) => answers.push(await act(stream)));
  return answers;
};
