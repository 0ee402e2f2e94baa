/** The disk runs full under an open window: it says so, keeps what it accepted, and goes on after. */
import { draftApplication, readApplication } from "@window/contract/operations/applications.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshBundle, localWindow } from "../../functions/bundle.ts";
import { freePort } from "../cloud/free-port.ts";
import { draftBody } from "../journey/applying.ts";
import { clientOf, problemOf } from "../journey/client.ts";
import { tokenAt, openApplicant } from "./applicant.ts";
import { judgeFolder } from "./folder-verdict.ts";
import { startLife } from "./life.ts";
import { fullDisk, limitedFiles, type NarrowPlace } from "./narrow-place.ts";
import { openOffices } from "./offices.ts";
import { forgotten, persistent } from "./persistent.ts";

/** A log that was emptied has room of its own, so the first refusal may take some writes. */
const MOST_DRAFTS = 3000;

const draft = (origin: string, token: string, reach: typeof fetch, key: string): Promise<Response> =>
  clientOf(origin, reach).send(draftApplication, { token, body: draftBody, key });

/** Drafts until the window has to refuse; gives the key that was refused. */
const untilRefused = async (origin: string, token: string, accepting: typeof fetch): Promise<string> => {
  for (let number = 0; number < MOST_DRAFTS; number += 1) {
    const key = `draft-${number}`;
    const response = await draft(origin, token, accepting, key);
    if (response.status === 201) continue;
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("retry-after"), "5");
    assert.equal((await problemOf(response)).code, "store-unavailable");
    return key;
  }
  return assert.fail("a full disk took everything");
};

const goesOn = async (place: NarrowPlace): Promise<void> => {
  const offices = await openOffices();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { endpoints } = offices;
  const orders = { bundle: await freshBundle(localWindow), folder: place.data, port, endpoints };
  const life = startLife(orders, place.before);
  try {
    const early = openApplicant(origin, "early");
    const application = await early.goTheWholeWay();
    await life.settled();
    const token = await tokenAt(origin, fetch);
    place.narrow(life.pid);
    const own = persistent();
    const refused = await untilRefused(origin, token, own.once);
    const many = Array.from({ length: 64 }, (_, number) => draft(origin, token, own.once, `many-${number}`));
    for (const { status } of await Promise.all(many))
      assert.ok(status === 201 || status === 503, `${status}`);
    const read = { params: { application }, token };
    assert.ok((await clientOf(origin).ask(readApplication, read)).result, "what is there can be read");
    place.widen(life.pid);
    assert.equal((await draft(origin, token, own.once, refused)).status, 201, "there is room again");
    await openApplicant(origin, "late").goTheWholeWay();
    assert.deepEqual(await forgotten(own), []);
    assert.deepEqual(await forgotten(early), []);
    await life.settled();
    await life.kill();
    assert.deepEqual((await judgeFolder(orders.folder)).faults, []);
  } finally {
    await life.kill();
    await offices.close();
    place.remove();
  }
};

test("a limit on the size of files is answered with 503, and when it ends the window goes on", () =>
  goesOn(limitedFiles()));

test("a disk that is full is answered with 503, and when there is room the window goes on", async (context) => {
  const place = fullDisk();
  if (place === undefined) context.skip("needs the right to mount a file system");
  else await goesOn(place);
});
