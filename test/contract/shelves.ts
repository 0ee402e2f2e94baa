import type { Arrears } from "@window/domain/port/arrears.ts";
import type { Attempts } from "@window/domain/port/attempts.ts";
import type { EventStore } from "@window/domain/port/event-store.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import type { Objects } from "@window/domain/port/objects.ts";
import type { Rounds } from "@window/domain/port/rounds.ts";
import type { Signer } from "@window/domain/port/signer.ts";
import type { Timers } from "@window/domain/port/timers.ts";
import type { Vault } from "@window/domain/port/vault.ts";
import type { Views } from "@window/domain/port/views.ts";

/** What a runtime keeps things in. The suites of whole cases run on any set of them. */
export interface Shelves {
  readonly store: EventStore;
  readonly views: Views;
  readonly vault: Vault;
  readonly objects: Objects;
  readonly timers: Timers;
  readonly rounds: Rounds;
  readonly attempts: Attempts;
  readonly marks: Marks;
  readonly arrears: Arrears;
  readonly signer: Signer;
}
