/** The adapters of one machine, opened on one data folder. */
import { openArrears } from "@window/local/arrears.ts";
import { openAttempts } from "@window/local/attempts.ts";
import { openCourier } from "@window/local/courier.ts";
import type { DataFolder } from "@window/local/data-folder.ts";
import { openEndpoints } from "@window/local/endpoints.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { openLegalClock } from "@window/local/legal-clock.ts";
import { openMarks } from "@window/local/marks.ts";
import { openNotifier, type Channels } from "@window/local/notifier.ts";
import { openRegisters, type Known } from "@window/local/registers.ts";
import { openRoots } from "@window/local/roots.ts";
import { openRootSigner } from "@window/local/root-signer.ts";
import { openRounds } from "@window/local/rounds.ts";
import { openSigner } from "@window/local/signer.ts";
import { openTimers } from "@window/local/timers.ts";
import { openVault } from "@window/local/vault.ts";
import { openViews } from "@window/local/views.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { openCatalogue } from "@window/node/catalogue.ts";
import { digest, keyedDigest } from "@window/node/digest.ts";
import { idsOf } from "@window/node/ids.ts";
import { personKeysOf } from "@window/node/person-keys.ts";
import { treeHash } from "@window/node/tree-hash.ts";

/** What is told where the neighbours are. */
export interface Reach {
  readonly registers: Known;
  readonly channels: Channels;
}

/** Every port that waits for nobody: the queues and the machines, which call use cases, come after them. */
export const openPorts = (folder: DataFolder, origin: string, { registers, channels }: Reach) => {
  const clock = openLegalClock(folder, wireClock);
  const store = openEventStore(folder);
  const views = openViews(folder);
  return {
    origin,
    clock,
    wireClock,
    digest,
    treeHash,
    keyed: keyedDigest(folder.key("keyed-digest")),
    personKeys: personKeysOf(folder.key("person-index")),
    ids: idsOf(folder.key("ids")),
    catalogue: openCatalogue({ views, store, clock }),
    store,
    views,
    vault: openVault(folder),
    timers: openTimers(folder),
    rounds: openRounds(folder),
    attempts: openAttempts(folder, { legal: clock, wire: wireClock }),
    marks: openMarks(folder),
    arrears: openArrears(folder),
    signer: openSigner(folder),
    roots: openRoots(folder),
    rootSigner: openRootSigner(folder),
    endpoints: openEndpoints(folder),
    courier: openCourier({ origin, clock: wireClock }),
    notifier: openNotifier(channels, { clock: wireClock }),
    letters: () => channels.mailbox?.letters() ?? [],
    gatewaySecrets: async () => channels.sms?.reporting ?? [],
    registers: openRegisters(registers, { clock: wireClock }),
  };
};

export type LocalPorts = ReturnType<typeof openPorts>;
