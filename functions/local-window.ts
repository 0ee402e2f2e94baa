/** The whole window on one machine, as a value: `npm start`, the story and the tests open it. */
import type { Department } from "@window/department-kit/department.ts";
import { seed } from "@window/catalogue/seed.ts";
import { importSeed } from "@window/domain/act/import-seed.ts";
import type { Entries } from "@window/domain/edition/offer.ts";
import type { Instant } from "@window/domain/instant.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import { openDataFolder, type DataFolder } from "@window/local/data-folder.ts";
import { demonstrationPeople, type DemonstrationPerson } from "@window/local/demonstration-people.ts";
import { FolderRefused } from "@window/local/folder-refused.ts";
import { openIdentity } from "@window/local/identity.ts";
import { openInspector } from "./local-inspect.ts";
import type { ClamdAddress } from "@window/node/clamd-scan.ts";
import { openQuotas } from "@window/local/quotas.ts";
import type { Channels } from "@window/local/notifier.ts";
import { listen, type Door } from "@window/local/serve.ts";
import type { RegisterEndpoint } from "@window/node/http-registers.ts";
import type { MailServer } from "@window/node/mail-server.ts";
import type { SmsAccount } from "@window/node/sms-account.ts";
import { beginDemonstration, openDemonstration } from "./local-demonstration.ts";
import { openNeighbours, type NeighbourOptions } from "./local-neighbours.ts";
import { withDisturbance, withStories } from "./local-planted.ts";
import { openPorts, type LocalPorts } from "./local-ports.ts";
import { doorsOf, roomsOf } from "./local-rooms.ts";
import { synced } from "./local-synced.ts";
import { openWork } from "./local-work.ts";

export interface WindowOptions extends NeighbourOptions {
  /** What is imported; what is shipped unless given. */
  readonly seed?: Entries;
  /** The data folder; made when it is not there. */
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Registers that are somewhere else; without them, and without `endpoints`, the demonstration's are started. */
  readonly registers?: Readonly<Record<string, RegisterEndpoint>>;
  /** A mail server and a text-message gateway that are somewhere else; without them, and without `endpoints`, the demonstration's. */
  readonly mail?: MailServer;
  readonly sms?: SmsAccount;
  /** Counts how often anybody asks, and refuses what is too often; nobody counts unless given. */
  readonly quotas?: { readonly proxies: number };
  /** The malware scanner; without it the demonstration's, which knows the EICAR test string and nothing else. */
  readonly clamd?: ClamdAddress;
  /** Stands between the window and its ports; for tests that break something. */
  readonly between?: (ports: LocalPorts) => LocalPorts;
  /** Opens `POST /door/clock`, which moves the legal clock; for tests. */
  readonly door?: boolean;
  /**
   * What is invented for whoever tries it out: `cases` makes them, by people and with departments (WINDOW_DEMO=1); `people`
   * lets log in, for tests; `none` starts with the catalogue and nobody. `people` unless given.
   */
  readonly demonstration?: "cases" | "people" | "none";
}

export interface LocalWindow {
  readonly origin: string;
  readonly tokenUrl: string;
  /** Who is invented and can log in. */
  readonly people: readonly DemonstrationPerson[];
  /** The simulated departments, by id. */
  readonly departments: ReadonlyMap<string, Department>;
  /** Moves the legal clock and resolves when everything that became due has happened. */
  moveClock(to: Instant): Promise<Instant>;
  /** Resolves when the prepared cases are made, with how many there are; there are none unless `demonstration` asks for them. */
  readonly prepared: Promise<number>;
  /** Resolves when the window itself has nothing under way. */
  settled(): Promise<void>;
  /** Ends gracefully: requests, then work, then the folder. */
  close(): Promise<void>;
}

const countingOf = ({ quotas }: WindowOptions, { wireClock }: LocalPorts) =>
  quotas === undefined ? { proxies: 0 } : { quotas: openQuotas(wireClock), proxies: quotas.proxies };

/** Ports with whatever a demonstration or a test puts between, and who is invented. */
const furnish = async (folder: DataFolder, opened: LocalPorts, options: WindowOptions) => {
  const { seed: entries = seed, demonstration = "people", between = (same: LocalPorts) => same } = options;
  const people = demonstration === "none" ? [] : demonstrationPeople;
  if (demonstration !== "cases") return { ports: between(opened), people, neighbours: options };
  const record = await beginDemonstration(folder, opened, entries);
  const neighbours = { ...options, decide: withStories(record) };
  return { ports: withDisturbance(record, between(opened)), people, neighbours, record };
};

const compose = async (folder: DataFolder, door: Door, options: WindowOptions): Promise<LocalWindow> => {
  const { origin } = door;
  const registers = new Map(Object.entries(options.registers ?? {}));
  const channels: Channels = { mail: options.mail, sms: options.sms };
  const reach = { registers, channels };
  const furnished = await furnish(folder, openPorts(folder, origin, reach), options);
  const { ports, people, record } = furnished;
  await importSeed(ports, options.seed ?? seed);
  const identity = openIdentity({ folder, origin, people });
  const work = openWork(folder, ports, openInspector(options.clamd));
  const moveClock = async (to: Instant): Promise<Instant> => {
    await ports.clock.move(to);
    await work.tick();
    return ports.clock.now();
  };
  const neighbours = await openNeighbours(folder, ports, reach, furnished.neighbours);
  const parts = { ports, identity, people, objects: work.objects, ...countingOf(options, ports) };
  const demonstration =
    record && openDemonstration({ ...work, ...neighbours, ...doorsOf(parts), record, ports });
  const rooms = roomsOf({ ...parts, demonstration, ...(options.door === true ? { moveClock } : {}) });
  door.open(synced(folder, rooms));
  await work.run();
  const prepared = demonstration?.make() ?? Promise.resolve(0);
  return {
    origin,
    tokenUrl: identity.tokenUrl,
    people,
    departments: neighbours.departments,
    moveClock,
    prepared,
    settled: work.settled,
    async close() {
      await demonstration?.stop();
      await door.close();
      await neighbours.close();
      await work.stop();
      folder.close();
    },
  };
};

/**
 * Opens the data folder, goes on where the process before ended, and listens on the loopback address. Throws
 * FolderRefused or PortInUse, whose messages are for people.
 */
export const startWindow = async (options: WindowOptions): Promise<LocalWindow> => {
  const folder = openDataFolder(options.folder);
  try {
    const names = (options.quotas?.proxies ?? 0) > 0 ? "any" : "own";
    return await compose(folder, await listen(options.port, names), options);
  } catch (fault) {
    folder.close();
    // What cannot be written while the window starts is for its operator to mend.
    throw fault instanceof StoreUnavailable ? new FolderRefused("not-writable", folder.path, fault) : fault;
  }
};
