import { openArrears } from "@window/local/arrears.ts";
import { openAttempts } from "@window/local/attempts.ts";
import type { DataFolder } from "@window/local/data-folder.ts";
import { openEndpoints } from "@window/local/endpoints.ts";
import { openEventStore } from "@window/local/event-store.ts";
import { openLegalClock } from "@window/local/legal-clock.ts";
import { openMarks } from "@window/local/marks.ts";
import { openQuotas } from "@window/local/quotas.ts";
import { openRootSigner } from "@window/local/root-signer.ts";
import { openRoots } from "@window/local/roots.ts";
import { openRounds } from "@window/local/rounds.ts";
import { openSigner } from "@window/local/signer.ts";
import { openSigningKeys } from "@window/local/signing-keys.ts";
import { openTimers } from "@window/local/timers.ts";
import { openVault } from "@window/local/vault.ts";
import { openViews } from "@window/local/views.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { idsOf } from "@window/node/ids.ts";
import { standingClock } from "../kit/standing-clock.ts";
import { arrearsSuite } from "./arrears.suite.ts";
import { attemptsSuite } from "./attempts.suite.ts";
import { deliveriesSuite } from "./deliveries.suite.ts";
import { endpointsSuite } from "./endpoints.suite.ts";
import { eventStoreSuite } from "./event-store.suite.ts";
import { feedSuite } from "./feed.suite.ts";
import { idsSuite } from "./ids.suite.ts";
import { legalClockSuite } from "./legal-clock.suite.ts";
import { openDeliveriesHarness, openObjectsHarness, openTemporary } from "./local-harness.ts";
import { marksSuite } from "./marks.suite.ts";
import { objectsSuite } from "./objects.suite.ts";
import { quotasSuite } from "./quotas.suite.ts";
import { rootSignerSuite } from "./root-signer.suite.ts";
import { rootsSuite } from "./roots.suite.ts";
import { roundsSuite } from "./rounds.suite.ts";
import { signRootsSuite } from "./sign-roots.suite.ts";
import { signerSuite } from "./signer.suite.ts";
import { timersSuite } from "./timers.suite.ts";
import { vaultSuite } from "./vault.suite.ts";
import { wireClockSuite } from "./wire-clock.suite.ts";
import { narrowedListsSuite } from "./narrowed-lists.suite.ts";
import { viewsSuite } from "./views.suite.ts";

const ON = "on this machine";

/** A harness made of one adapter over a data folder of its own. */
const over =
  <Harness extends object>(open: (folder: DataFolder) => Harness) =>
  async (): Promise<Harness & { readonly close: () => Promise<void> }> => {
    const { folder, close } = openTemporary();
    return { ...open(folder), close };
  };

eventStoreSuite(
  ON,
  over((folder) => ({ store: openEventStore(folder), elsewhere: async () => openEventStore(folder) })),
);
feedSuite(
  ON,
  over((folder) => ({ store: openEventStore(folder) })),
);
narrowedListsSuite(
  ON,
  over((folder) => ({ views: openViews(folder) })),
  300,
);
viewsSuite(
  ON,
  over((folder) => ({ views: openViews(folder) })),
);
vaultSuite(
  ON,
  over((folder) => {
    // There is one process, which forgets a key as it erases it: nobody has to wait.
    const vault = openVault(folder);
    const elsewhere = async () => openVault(folder);
    return { vault, elsewhere, beside: async () => vault, forward: () => undefined };
  }),
);
timersSuite(
  ON,
  over((folder) => ({ timers: openTimers(folder) })),
);
roundsSuite(
  ON,
  over((folder) => ({ rounds: openRounds(folder) })),
);
marksSuite(
  ON,
  over((folder) => ({ marks: openMarks(folder) })),
);
arrearsSuite(
  ON,
  over((folder) => ({ arrears: openArrears(folder) })),
);
quotasSuite(ON, async () => {
  const clock = standingClock();
  const quotas = openQuotas(clock);
  // There is one process.
  return {
    quotas,
    elsewhere: async () => quotas,
    forward: clock.forward.bind(clock),
    close: async () => undefined,
  };
});
const withNewerKey = (folder: DataFolder, purpose: "certificate" | "root"): void =>
  openSigningKeys(folder.place("keys"), purpose).add();
signerSuite(
  ON,
  over((folder) => ({
    signer: openSigner(folder),
    async rotated() {
      withNewerKey(folder, "certificate");
      return openSigner(folder);
    },
  })),
);
rootSignerSuite(
  ON,
  over((folder) => ({
    rootSigner: openRootSigner(folder),
    async rotated() {
      withNewerKey(folder, "root");
      return openRootSigner(folder);
    },
  })),
);
wireClockSuite(ON, wireClock);
const rooting = (folder: DataFolder) => ({
  store: openEventStore(folder),
  marks: openMarks(folder),
  roots: openRoots(folder),
  rootSigner: openRootSigner(folder),
});
rootsSuite(ON, over(rooting));
signRootsSuite(ON, over(rooting));
endpointsSuite(
  ON,
  over((folder) => {
    const endpoints = openEndpoints(folder);
    return { endpoints, configure: endpoints.configure.bind(endpoints) };
  }),
);
attemptsSuite(
  ON,
  over((folder) => {
    const clock = standingClock();
    const attempts = openAttempts(folder, { legal: clock, wire: clock });
    return { attempts, forward: clock.forward.bind(clock) };
  }),
);
legalClockSuite(
  ON,
  over((folder) => {
    const wall = standingClock();
    return {
      clock: openLegalClock(folder, wall),
      elsewhere: async () => openLegalClock(folder, wall),
      forward: wall.forward.bind(wall),
    };
  }),
);
deliveriesSuite(ON, openDeliveriesHarness);
objectsSuite(ON, openObjectsHarness);
idsSuite("of both runtimes", idsOf);
