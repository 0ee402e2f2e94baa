import { freePort } from "../cloud/free-port.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { openApplicant } from "./applicant.ts";
import { judgeFolder } from "./folder-verdict.ts";
import { startLife, type Life } from "./life.ts";
import type { Offices } from "./offices.ts";
import type { Effects, Orders, Point, Ready } from "./orders.ts";
import { forgotten } from "./persistent.ts";
import { repeatedOf } from "./repeated.ts";

export interface PointOutcome {
  /** False when the journey rested before it came to the point. */
  readonly died: boolean;
  /** How the next life started. */
  readonly restarted: Ready | undefined;
  /** What the last life did, when it was not killed at a point. */
  readonly effects: Effects;
  readonly faults: readonly string[];
  readonly repeated: number;
}

const WEBHOOKS = 2;

/** Accepted, and decided. */
const NOTICES = 2;

/** False when the life ended before everything had come to rest. */
const outlives = async (life: Life, way: Promise<unknown>): Promise<boolean> => {
  const rests = way.then(() => life.settled()).then((effects) => effects !== undefined);
  return Promise.race([life.ended.then(() => false), rests]);
};

/** What came of a journey at somebody who counts what comes: so many ids, and how often one of them came again. */
const arrivals = (what: string, expected: number, counts: () => ReadonlyMap<string, number>) => {
  const before = counts();
  return () => {
    const after = counts();
    const fresh = after.size - before.size;
    const repeated = repeatedOf(after) - repeatedOf(before);
    const wrong = [
      ...(fresh === expected ? [] : [`${what} had ${fresh} ids instead of ${expected}`]),
      ...(repeated <= 1 ? [] : [`${repeated} ${what} came again`]),
    ];
    return { repeated, wrong };
  };
};

/**
 * One application from the login to the verified certificate, in a new folder; the window kills itself at a point,
 * when one is given, and is started again. `offices` hear of nobody else meanwhile.
 */
export const dieAtPoint = async (
  point: Point | undefined,
  bundle: string,
  offices: Offices,
): Promise<PointOutcome> => {
  const folder = temporaryFolder();
  const orders: Orders = {
    bundle,
    folder: `${folder.path}/data`,
    port: await freePort(),
    endpoints: offices.endpoints,
    sms: offices.sms,
  };
  const webhooksOf = arrivals("webhooks", WEBHOOKS, () => offices.heard());
  const noticesOf = arrivals("notices", NOTICES, () => offices.told());
  const contact = { mobile: "+8613800138000" };
  const applicant = openApplicant(`http://localhost:${orders.port}`, "the-only", contact);
  let life = startLife(point === undefined ? orders : { ...orders, dieAt: point });
  try {
    const way = applicant.goTheWholeWay();
    way.catch(() => undefined);
    const died = !(await outlives(life, way));
    if (died) life = startLife(orders);
    const restarted = died ? await life.ready : undefined;
    await way;
    const effects = (await life.settled()) ?? {};
    const lost = await forgotten(applicant);
    await life.settled();
    await life.kill();
    const { faults, decided } = await judgeFolder(orders.folder);
    const { repeated, wrong } = webhooksOf();
    const all = [
      ...lost,
      ...faults,
      ...wrong,
      ...noticesOf().wrong,
      ...applicant.refused.map((status) => `answered ${status}`),
    ];
    if (decided !== 1) all.push(`${decided} cases decided`);
    return { died, restarted, effects, faults: all, repeated };
  } finally {
    await life.kill();
    folder.remove();
  }
};
