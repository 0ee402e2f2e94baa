/** Each port of the cloud, opened from the environment that infra grants. Nothing is opened before it is asked for. */
import { openAttempts } from "@window/aws/attempts.ts";
import { openDeliveries } from "@window/aws/deliveries.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEndpoints } from "@window/aws/endpoints.ts";
import { openEventStore } from "@window/aws/event-store.ts";
import type { MovableClock } from "@window/aws/legal-clock.ts";
import { openMovableClock, wallClock } from "@window/aws/legal-clock.ts";
import { openMarks } from "@window/aws/marks.ts";
import { environment } from "@window/aws/names.ts";
import { queueAt } from "@window/aws/queue.ts";
import { openQueuedWorkflow } from "@window/aws/queued-workflow.ts";
import { openRounds } from "@window/aws/rounds.ts";
import { openSecret } from "@window/aws/secret.ts";
import { openTimers } from "@window/aws/timers.ts";
import { openVault } from "@window/aws/vault.ts";
import { openViewRows } from "@window/aws/views.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { LegalClock } from "@window/domain/port/legal-clock.ts";
import type { Objects } from "@window/domain/port/objects.ts";
import type { Signer } from "@window/domain/port/signer.ts";

type Name = (typeof environment)[keyof typeof environment];

/** What infra has set under `name`. Throws, with the name, when it has not. */
export const need = (name: Name): string => {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set`);
  return value;
};

export const isSet = (name: Name): boolean => (process.env[name] ?? "") !== "";

/** Makes a thing when it is first needed; a failed making is tried again. */
export const once = <Thing>(make: () => Promise<Thing>): (() => Promise<Thing>) => {
  let made: Promise<Thing> | undefined;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
};

let movable: MovableClock | undefined;

export const clock = (): LegalClock => {
  if (!isSet(environment.movableClock)) return wallClock(wireClock);
  movable ??= openMovableClock(tableNamed(need(environment.records)), wireClock);
  return movable;
};

/** Every entry does this first: in stage `test` another function may have moved the clock. */
export const begin = async (): Promise<void> => {
  clock();
  await movable?.refresh();
};

const records = () => tableNamed(need(environment.records));

export const store = () => openEventStore(tableNamed(need(environment.events)));
export const views = () => openViewRows(tableNamed(need(environment.views)));
export const timers = () => openTimers(records());
export const marks = () => openMarks(records());
export const attempts = () => openAttempts(records(), wireClock);

const wrappingKey = once(async () => {
  const { openWrappingKey } = await import("@window/aws/wrapping-key.ts");
  const { keyService } = await import("@window/aws/key-service.ts");
  const service = { client: keyService(), keyId: need(environment.wrappingKey) };
  return openWrappingKey(tableNamed(need(environment.keys)), service, wireClock);
});
const unwrapped = async () => (await wrappingKey())();

export const vault = () => openVault(tableNamed(need(environment.keys)), unwrapped, wireClock);
export const rounds = () => openRounds(records(), unwrapped);

export const deliveries = () => openDeliveries(queueAt(need(environment.deliveries)));
export const workflow = () =>
  openQueuedWorkflow(queueAt(need(environment.workflow)), { legal: clock(), wire: wireClock });

export const secret = () => openSecret(need(environment.secret), wireClock);
export const endpoints = openEndpoints;

/** The client of the key service is loaded by the first certificate. */
export const signer = (): Signer => {
  const open = once(async () => {
    const { openSigner } = await import("@window/aws/signer.ts");
    const { keyService } = await import("@window/aws/key-service.ts");
    return openSigner({ client: keyService(), ids: need(environment.signingKeys).split(" ") });
  });
  return {
    certify: async (claims) => (await open()).certify(claims),
    verify: async (certificate) => (await open()).verify(certificate),
    keys: async () => (await open()).keys(),
  };
};

const bucket = async () => {
  const { bucketNamed } = await import("@window/aws/bucket.ts");
  return bucketNamed(need(environment.documents), isSet(environment.pathStyle));
};

/** The client of S3 is loaded by the first form or link. */
export const signing = (): Pick<Objects, "presign" | "link"> => {
  const open = once(async () => {
    const { openSigning } = await import("@window/aws/signed-objects.ts");
    return openSigning(await bucket());
  });
  return {
    presign: async (key, terms) => (await open()).presign(key, terms),
    link: async (key, version, seconds) => (await open()).link(key, version, seconds),
  };
};

export const reading = once(async () => {
  const { openReading } = await import("@window/aws/read-objects.ts");
  return openReading(await bucket());
});

export const erasing = (): Pick<Objects, "erase"> => {
  const open = once(async () => {
    const { openErasing } = await import("@window/aws/erase-objects.ts");
    return openErasing(await bucket());
  });
  return { erase: async (application) => (await open()).erase(application) };
};
