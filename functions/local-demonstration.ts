/** The demonstration in a window on this machine: prepared cases 示例, made by the people of their stories through the API. */
import { seed } from "@window/catalogue/seed.ts";
import type { Department } from "@window/department-kit/department.ts";
import type { Entries } from "@window/domain/edition/offer.ts";
import type { Instant } from "@window/domain/instant.ts";
import type { DataFolder } from "@window/local/data-folder.ts";
import { beginningOf, play, type Playing } from "@window/local/demonstration/play.ts";
import { openRecord, type DemonstrationRecord } from "@window/local/demonstration/record.ts";
import { visitorAt, type Visitor } from "@window/local/demonstration/visitor.ts";
import { log, nameOf } from "./local-log.ts";
import { openNews, Stopped } from "./local-news.ts";
import type { LocalPorts } from "./local-ports.ts";

/**
 * Begins a demonstration in a new folder, weeks ago by the legal clock, or goes on with one that was cut off. A folder in
 * which something happened before has none: nothing that is there is moved into the past.
 */
export const beginDemonstration = async (
  folder: DataFolder,
  { clock, wireClock, store }: LocalPorts,
  { calendar }: Pick<Entries, "calendar"> = seed,
): Promise<DemonstrationRecord> => {
  const record = openRecord(folder.settings);
  const known = record.read();
  if (known?.state === "making") clock.begin(known.at);
  // Cut off at the very end, its clock would stay a little behind.
  else await clock.move(wireClock.now());
  if (known !== undefined || (await store.load(calendar.id)).length > 0) return record;
  const began = wireClock.now();
  const at = beginningOf(calendar, began);
  clock.begin(at);
  record.begin({ began, at, state: "making", cases: {} });
  return record;
};

export interface Making {
  readonly record: DemonstrationRecord;
  readonly ports: LocalPorts;
  readonly departments: ReadonlyMap<string, Department>;
  readonly api: (request: Request) => Promise<Response>;
  readonly uploads: (request: Request) => Promise<Response>;
  readonly tokenOf: (person: string) => Promise<string>;
  /** Fires what has become due and resolves when it has happened. */
  readonly tick: (how?: { readonly roots: boolean }) => Promise<void>;
  readonly settled: () => Promise<void>;
  /** Signs a root over every hour that has closed. */
  readonly roots: () => Promise<void>;
}

export interface Demonstration {
  readonly record: DemonstrationRecord;
  readonly as: (person: string) => Visitor;
  /** Makes what is not made yet; resolves with how many cases there are. Once, when the window works. */
  make(): Promise<number>;
  /** Resolves when nobody works in the past any more. */
  readonly made: Promise<void>;
  /** Plays on until then, and leaves the clock there. */
  playUntil(at: Instant): Promise<void>;
  stop(): Promise<void>;
}

const upload =
  ({ uploads }: Making): Playing["upload"] =>
  async ({ url, fields }, bytes) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("file", new Blob([bytes]), "example.pdf");
    const { ok, status } = await uploads(new Request(url, { method: "POST", body }));
    if (!ok) throw new Error(`an upload was answered ${String(status)}`);
  };

const answer =
  ({ departments }: Making): Playing["answer"] =>
  async ({ department, referral, outcome, reasons, id }) => {
    const office = departments.get(department);
    if (office === undefined) throw new Error(`${department} is not simulated`);
    await office.answer(referral, { outcome, reasons: [...reasons] }, id === undefined ? {} : { id });
  };

type News = ReturnType<typeof openNews>;

/** What stories are played in: this window, its API and its clock. */
const playhouse = (making: Making, news: News) => {
  const { record, ports, tick, settled } = making;
  const as = (person: string): Visitor => visitorAt({ origin: ports.origin, ...making }, person);
  const moveTo = async (at: Instant, how?: { readonly roots: boolean }): Promise<void> => {
    news.throwIfStopped();
    await ports.clock.move(at);
    await tick(how);
  };
  const playing = async (): Promise<Playing> => ({
    as,
    upload: upload(making),
    answer: answer(making),
    settled,
    changed: news.changed,
    record,
    now: () => ports.clock.now(),
    calendar: (await ports.catalogue.current()).calendar,
    moveTo: (at) => moveTo(at, { roots: false }),
  });
  return { as, moveTo, playing };
};

/** Opens the demonstration; nobody has to wait until it is made. */
export const openDemonstration = (making: Making): Demonstration => {
  const { record, ports, roots } = making;
  const news = openNews(ports);
  const { as, moveTo, playing } = playhouse(making, news);
  const made = Promise.withResolvers<null>();

  const make = async (began: Instant): Promise<void> => {
    // The first run notes from where on hours are rooted.
    await roots();
    await play(await playing(), began);
    await record.write({ state: "made" });
  };
  const giveUp = async (fault: unknown): Promise<void> => {
    if (fault instanceof Stopped) throw fault;
    log({ event: "demonstration-not-made", fault: nameOf(fault), cause: String(fault) });
    await record.write({ state: "failed" });
  };
  const finish = async (): Promise<number> => {
    const progress = record.read();
    if (progress?.state !== "making") return 0;
    await make(progress.began).catch(giveUp);
    await moveTo(ports.wireClock.now(), { roots: true });
    await roots();
    const { state, cases = {} } = record.read() ?? {};
    return state === "made" ? Object.keys(cases).length : 0;
  };
  const unlessStopped = (fault: unknown): number => {
    if (fault instanceof Stopped) return 0;
    throw fault;
  };
  return {
    record,
    as,
    made: made.promise.then(() => undefined),
    make: () =>
      finish()
        .catch(unlessStopped)
        .finally(() => made.resolve(null)),
    async playUntil(at) {
      await play(await playing(), at, (story, fault) =>
        log({ event: "act-not-played", story, fault: nameOf(fault) }),
      );
      await moveTo(at, { roots: true });
    },
    async stop() {
      news.stop();
      if (record.read()?.state === "making") await made.promise;
    },
  };
};
