/** The store refuses one commit in five: whoever asks is told to come again, everything ends well, nothing happens twice. */
import { later, MINUTE, toIso } from "@window/domain/instant.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { freshBundle, localWindow } from "../../functions/bundle.ts";
import { freePort } from "../cloud/free-port.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { openApplicant, tokenAt } from "./applicant.ts";
import { judgeFolder } from "./folder-verdict.ts";
import { startLife } from "./life.ts";
import { openOffices } from "./offices.ts";
import { forgotten, persistent } from "./persistent.ts";
import { repeatedOf } from "./repeated.ts";

const PEOPLE = 16;
const SEEDS = [1, 2, 3];

/** Machines and queues try again after half a minute and more of legal time; nobody waits for that here. */
const whileTimePasses = async (port: number, work: Promise<unknown>): Promise<void> => {
  const done = new AbortController();
  const ended = work.finally(() => done.abort());
  ended.catch(() => undefined);
  for (let minutes = 1; !done.signal.aborted; minutes += 1) {
    const to = toIso(later(wireClock.now(), minutes * MINUTE));
    const body = JSON.stringify({ to });
    await fetch(`http://localhost:${port}/door/clock`, { method: "POST", body }).catch(() => undefined);
    await Promise.race([ended, pause(300)]);
  }
  await ended;
};

for (const seed of SEEDS)
  test(`a window whose store refuses a fifth of its commits decides everything once (seed ${seed})`, async (context) => {
    const folder = temporaryFolder();
    const offices = await openOffices();
    const port = await freePort();
    const orders = {
      bundle: await freshBundle(localWindow),
      folder: `${folder.path}/data`,
      port,
      endpoints: offices.endpoints,
      refuses: { percent: 20, seed },
      door: true,
    };
    const life = startLife(orders);
    const lives = [life];
    context.after(async () => {
      await Promise.all(lives.map((each) => each.kill()));
      await offices.close();
      folder.remove();
    });
    const people = Array.from({ length: PEOPLE }, (_, number) => {
      return openApplicant(`http://localhost:${port}`, `person-${number}`);
    });
    await whileTimePasses(port, Promise.all(people.map((person) => person.goTheWholeWay())));
    const refused = people.flatMap((person) => person.refused);
    assert.ok(refused.length > 0, "somebody was told to come again");
    assert.deepEqual(new Set(refused), new Set([503]));
    await life.kill();
    // What the machines could not write is done again by the next process at the latest.
    const next = startLife({ ...orders, refuses: { percent: 0, seed } });
    lives.push(next);
    await tokenAt(`http://localhost:${port}`, persistent().reach);
    for (const person of people) assert.deepEqual(await forgotten(person), []);
    await next.settled();
    await next.kill();
    const { faults, decided } = await judgeFolder(orders.folder);
    assert.deepEqual(faults, []);
    assert.equal(decided, PEOPLE);
    assert.equal(offices.heard().size, 2 * PEOPLE);
    assert.deepEqual(offices.refused(), []);
    context.diagnostic(
      `${refused.length} answers said to come again; ${repeatedOf(offices.heard())} webhooks came again`,
    );
  });
