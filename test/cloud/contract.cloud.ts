import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { openAttempts } from "@window/aws/attempts.ts";
import { bucketNamed } from "@window/aws/bucket.ts";
import { pathOf } from "@window/aws/object-path.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEventStore } from "@window/aws/event-store.ts";
import { keyService } from "@window/aws/key-service.ts";
import { openMarks } from "@window/aws/marks.ts";
import { openObjects } from "@window/aws/objects.ts";
import { openQuotas } from "@window/aws/quotas.ts";
import { openRootSigner } from "@window/aws/root-signer.ts";
import { openRoots } from "@window/aws/roots.ts";
import { openSigner } from "@window/aws/signer.ts";
import { openViews } from "@window/aws/views.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { ObjectKey } from "@window/domain/port/objects.ts";
import { arrearsSuite } from "../contract/arrears.suite.ts";
import { attemptsSuite } from "../contract/attempts.suite.ts";
import { catalogueSuite } from "../contract/catalogue.suite.ts";
import { eventStoreSuite } from "../contract/event-store.suite.ts";
import { feedSuite } from "../contract/feed.suite.ts";
import { marksSuite } from "../contract/marks.suite.ts";
import { objectsSuite } from "../contract/objects.suite.ts";
import { quotasSuite } from "../contract/quotas.suite.ts";
import { rootSignerSuite } from "../contract/root-signer.suite.ts";
import { rootsSuite } from "../contract/roots.suite.ts";
import { roundsSuite } from "../contract/rounds.suite.ts";
import { signRootsSuite } from "../contract/sign-roots.suite.ts";
import { signerSuite } from "../contract/signer.suite.ts";
import { timersSuite } from "../contract/timers.suite.ts";
import { vaultSuite } from "../contract/vault.suite.ts";
import { wireClockSuite } from "../contract/wire-clock.suite.ts";
import { narrowedListsSuite } from "../contract/narrowed-lists.suite.ts";
import { viewsSuite } from "../contract/views.suite.ts";
import { movedClock } from "./moved-clock.ts";
import { readPlace } from "./place.ts";
import { cloudPlace, cloudShelves, twinTables } from "./shelves.ts";
import { twinBucket, twinOfRoots } from "./twin.ts";

const { documents, rootKey, signingKey } = readPlace();
const tables = await twinTables();
const shelves = () => cloudShelves({ legal: wireClock, wire: wireClock }, tables);
const close = () => Promise.resolve();
const name = "AWS";

const store = async () => {
  return { store: shelves().store, elsewhere: async () => shelves().store, close };
};
eventStoreSuite(name, store);
feedSuite(name, store);
vaultSuite(name, async () => {
  const { clock, forward } = movedClock();
  const open = () => cloudShelves({ legal: clock, wire: clock }, tables).vault;
  return { vault: open(), elsewhere: async () => open(), beside: async () => open(), forward, close };
});
timersSuite(name, async () => ({ timers: shelves().timers, close }));
roundsSuite(name, async () => ({ rounds: shelves().rounds, close }));
marksSuite(name, async () => ({ marks: shelves().marks, close }));
arrearsSuite(name, async () => ({ arrears: shelves().arrears, close }));
// A newer key is put before the one in use; that they are of two purposes is nothing to either.
const certificates = { client: keyService(), ids: [signingKey] };
signerSuite(name, async () => ({
  signer: openSigner(certificates),
  rotated: async () => openSigner({ ...certificates, ids: [rootKey, signingKey] }),
  close,
}));
const rootKeys = { client: keyService(), ids: [rootKey] };
rootSignerSuite(name, async () => ({
  rootSigner: openRootSigner(rootKeys),
  rotated: async () => openRootSigner({ ...rootKeys, ids: [signingKey, rootKey] }),
  close,
}));
wireClockSuite(name, wireClock);
const rooting = async () => {
  const { client } = bucketNamed(documents, true);
  const { events, records } = await twinTables();
  return {
    store: openEventStore(tableNamed(events)),
    marks: openMarks(tableNamed(records)),
    roots: openRoots({ client, name: await twinOfRoots(client) }),
    rootSigner: openRootSigner(rootKeys),
    close,
  };
};
rootsSuite(name, rooting);
signRootsSuite(name, rooting);
narrowedListsSuite(name, async () => ({ views: openViews(tableNamed(tables.views)), close }), 25);
viewsSuite(name, async () => ({ views: openViews(tableNamed(tables.views)), close }));
// Every cut needs tables of its own, so an import is cut off at every fourth call; the local window is at every one.
catalogueSuite(name, cloudPlace, 4);

attemptsSuite(name, async () => {
  const { clock, forward } = movedClock();
  return { attempts: openAttempts(tableNamed(tables.records), clock), forward, close };
});

quotasSuite(name, async () => {
  const { clock, forward } = movedClock();
  const open = () => openQuotas(tableNamed(tables.records), clock);
  return { quotas: open(), elsewhere: async () => open(), forward, close };
});

/** The bucket is asked what it has; that the inspector is told of it the journey shows. */
objectsSuite(name, async () => {
  const documents = await twinBucket();
  const { client } = bucketNamed(documents, true);
  const told = async (key: ObjectKey) => {
    const { Versions = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: documents, Prefix: pathOf(key) }),
    );
    const own = Versions.filter(({ Key }) => Key === pathOf(key)).toReversed();
    return own.flatMap(({ VersionId }) => (VersionId === undefined ? [] : [VersionId]));
  };
  return { objects: openObjects(bucketNamed(documents, true)), told, close };
}, ["checks-signature-of-forms", "serves-as-attachment"]);
