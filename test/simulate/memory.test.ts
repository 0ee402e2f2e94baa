import { arrearsSuite } from "../contract/arrears.suite.ts";
import { attemptsSuite } from "../contract/attempts.suite.ts";
import { eventStoreSuite } from "../contract/event-store.suite.ts";
import { feedSuite } from "../contract/feed.suite.ts";
import { marksSuite } from "../contract/marks.suite.ts";
import { roundsSuite } from "../contract/rounds.suite.ts";
import { timersSuite } from "../contract/timers.suite.ts";
import { viewsSuite } from "../contract/views.suite.ts";
import { standingClock } from "../kit/standing-clock.ts";
import { openMemoryArrears } from "./memory/arrears.ts";
import { openMemoryAttempts } from "./memory/attempts.ts";
import { openMemoryEventStore } from "./memory/event-store.ts";
import { openMemoryMarks } from "./memory/marks.ts";
import { openMemoryRounds } from "./memory/rounds.ts";
import { openMemoryTimers } from "./memory/timers.ts";
import { openMemoryViews } from "./memory/views.ts";

// What is proven on these shelves says something about the others only when they keep the same promises.
const WHERE = "in the memory of a simulation";
const close = async (): Promise<void> => undefined;

eventStoreSuite(WHERE, async () => {
  const store = openMemoryEventStore();
  return { store, elsewhere: async () => store, close };
});
feedSuite(WHERE, async () => ({ store: openMemoryEventStore(), close }));
viewsSuite(WHERE, async () => ({ views: openMemoryViews(), close }));
timersSuite(WHERE, async () => ({ timers: openMemoryTimers(), close }));
roundsSuite(WHERE, async () => ({ rounds: openMemoryRounds(), close }));
arrearsSuite(WHERE, async () => ({ arrears: openMemoryArrears(), close }));
marksSuite(WHERE, async () => ({ marks: openMemoryMarks(), close }));
attemptsSuite(WHERE, async () => {
  const clock = standingClock();
  return { attempts: openMemoryAttempts(clock), forward: clock.forward.bind(clock), close };
});
