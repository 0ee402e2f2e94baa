import type { Instant } from "@window/domain/instant.ts";
import type { Delivery } from "@window/domain/delivery/delivery.ts";
import type { Errand } from "@window/domain/notice/errand.ts";
import { openMemoryArrears } from "./arrears.ts";
import { openMemoryAttempts } from "./attempts.ts";
import { openMemoryEventStore } from "./event-store.ts";
import { openMemoryJournal } from "./journal.ts";
import { openMemoryMarks } from "./marks.ts";
import { openMemoryObjects } from "./objects.ts";
import { openMemoryRounds } from "./rounds.ts";
import { openMemorySigner } from "./signer.ts";
import { openMemoryTimers } from "./timers.ts";
import { openMemoryVault } from "./vault.ts";
import { openMemoryViews } from "./views.ts";

export interface Clock {
  readonly now: () => Instant;
}

const nothingParked = (): (Delivery | Errand)[] => [];

/** Where everything is kept that outlives a process, in memory. */
export const openShelves = (clock: Clock) => ({
  store: openMemoryEventStore(),
  views: openMemoryViews(),
  vault: openMemoryVault(),
  objects: openMemoryObjects(),
  timers: openMemoryTimers(),
  rounds: openMemoryRounds(),
  attempts: openMemoryAttempts(clock),
  marks: openMemoryMarks(),
  arrears: openMemoryArrears(),
  signer: openMemorySigner(),
  journal: openMemoryJournal(),
  /** What failed five times on its way out. */
  parked: nothingParked(),
});

export type MemoryShelves = ReturnType<typeof openShelves>;
