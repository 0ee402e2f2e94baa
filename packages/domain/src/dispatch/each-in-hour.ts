import type { FeedHour } from "../feed.ts";
import type { StreamId } from "../id.ts";
import type { EventStore } from "../port/event-store.ts";
import { streamsOf } from "./streams-in-feed.ts";

/** Streams that are looked at together: enough to share commits, few enough for any store. */
const AT_ONCE = 32;

/** Does `act` to every stream that has a commit in an hour of the feed, once each. Throws what `act` throws. */
export const eachInHour = async <Answer>(
  store: Pick<EventStore, "feed">,
  hour: FeedHour,
  act: (stream: StreamId) => Promise<Answer>,
): Promise<readonly Answer[]> => {
  const streams = new Set<StreamId>();
  for await (const { stream } of streamsOf(store, hour)) streams.add(stream);
  const all = [...streams];
  const answers: Answer[] = [];
  for (let first = 0; first < all.length; first += AT_ONCE)
    answers.push(...(await Promise.all(all.slice(first, first + AT_ONCE).map(act))));
  return answers;
};
