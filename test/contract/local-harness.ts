import type { ObjectKey } from "@window/domain/port/objects.ts";
import { openDataFolder, type DataFolder } from "@window/local/data-folder.ts";
import { openDeliveries, type LocalDeliveries } from "@window/local/deliveries.ts";
import { openObjects } from "@window/local/objects.ts";
import { listen } from "@window/local/serve.ts";
import { uploadEndpoint } from "@window/local/upload-endpoint.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { standingClock } from "../kit/standing-clock.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import type { DeliveriesHarness, Hand } from "./deliveries.suite.ts";
import type { ObjectsHarness } from "./objects.suite.ts";

interface Opened {
  readonly folder: DataFolder;
  readonly close: () => Promise<void>;
}

/** A data folder that goes with the suite. */
export const openTemporary = (): Opened => {
  const temporary = temporaryFolder();
  const folder = openDataFolder(temporary.path);
  const close = async (): Promise<void> => {
    folder.close();
    temporary.remove();
  };
  return { folder, close };
};

/** The documents with their upload endpoint on a free port, and an inspector who only notes what he is told. */
export const openObjectsHarness = async (): Promise<ObjectsHarness> => {
  const { folder, close } = openTemporary();
  const door = await listen(0);
  const told: { readonly key: ObjectKey; readonly version: string }[] = [];
  const objects = openObjects(folder, {
    clocks: { legal: wireClock, wire: wireClock },
    url: `${door.origin}/uploads`,
    onUploaded: async (key, version) => {
      told.push({ key, version });
    },
    report: ({ error }) => {
      throw error;
    },
  });
  door.open({ fetch: uploadEndpoint(objects, () => undefined), mounts: {} });
  return {
    objects,
    told: async ({ document }) => {
      await objects.uploads.settled();
      return told.filter(({ key }) => key.document === document).map(({ version }) => version);
    },
    async close() {
      await door.close();
      await objects.uploads.stop();
      await close();
    },
  };
};

/** The way out of this machine. What a process had in hand it had in memory alone, so another one is opened beside it. */
export const openDeliveriesHarness = async (hand: Hand): Promise<DeliveriesHarness> => {
  const { folder, close } = openTemporary();
  const clock = standingClock();
  const open = (by: Hand): LocalDeliveries =>
    openDeliveries(folder, { clock, deliver: by, inquire: by, tell: by, report: () => undefined });
  let deliveries = open(hand);
  return {
    deliveries,
    async restart(next) {
      deliveries = open(next);
    },
    async pass(milliseconds) {
      clock.forward(milliseconds);
      deliveries.tick();
      await deliveries.settled();
    },
    parked: async () => deliveries.parked().map(({ message }) => message),
    async close() {
      await deliveries.stop();
      await close();
    },
  };
};
