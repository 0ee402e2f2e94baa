/** The whole window on one machine, as a value: `npm start`, the story and the tests open it. */
import type { Department } from "@window/department-kit/department.ts";
import { seed } from "@window/catalogue/seed.ts";
import { importSeed } from "@window/domain/act/import-seed.ts";
import type { Entries } from "@window/domain/edition/offer.ts";
import type { Instant } from "@window/domain/instant.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import { openDataFolder, type DataFolder } from "@window/local/data-folder.ts";
import { demonstrationPeople } from "@window/local/demonstration-people.ts";
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
import { openNeighbours, type NeighbourOptions } from "./local-neighbours.ts";
import { openPorts, type LocalPorts } from "./local-ports.ts";
import { roomsOf } from "./local-rooms.ts";
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
}

export interface LocalWindow {
  readonly origin: string;
  readonly tokenUrl: string;
  /** The simulated departments, by id. */
  readonly departments: ReadonlyMap<string, Department>;
  /** Moves the legal clock and resolves when everything that became due has happened. */
  moveClock(to: Instant): Promise<Instant>;
  /** Resolves when the window itself has nothing under way. */
  settled(): Promise<void>;
  /** Ends gracefully: requests, then work, then the folder. */
  close(): Promise<void>;
}

const countingOf = ({ quotas }: WindowOptions, { wireClock }: LocalPorts) =>
  quotas === undefined ? { proxies: 0 } : { quotas: openQuotas(wireClock), proxies: quotas.proxies };

const compose = async (folder: DataFolder, door: Door, options: WindowOptions): Promise<LocalWindow> => {
  const { origin } = door;
  const registers = new Map(Object.entries(options.registers ?? {}));
  const channels: Channels = { mail: options.mail, sms: options.sms };
  const opened = openPorts(folder, origin, { registers, channels });
  const ports = options.between?.(opened) ?? opened;
  await importSeed(ports, options.seed ?? seed);
  const identity = openIdentity({ folder, origin, people: demonstrationPeople });
  const work = openWork(folder, ports, openInspector(options.clamd));
  const moveClock = async (to: Instant): Promise<Instant> => {
    await ports.clock.move(to);
    await work.tick();
    return ports.clock.now();
  };
  const parts = { ports, identity, objects: work.objects, ...countingOf(options, ports) };
  door.open(roomsOf(options.door === true ? { ...parts, moveClock } : parts));
  const neighbours = await openNeighbours(folder, ports, { registers, channels }, options);
  await work.run();
  return {
    origin,
    tokenUrl: identity.tokenUrl,
    departments: neighbours.departments,
    moveClock,
    settled: work.settled,
    async close() {
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
    return await compose(folder, await listen(options.port), options);
  } catch (fault) {
    folder.close();
    // What cannot be written while the window starts is for its operator to mend.
    throw fault instanceof StoreUnavailable ? new FolderRefused("not-writable", folder.path, fault) : fault;
  }
};
