import { addDays, dayOf, startOf } from "@window/domain/day.ts";
import { fromIso, later, MINUTE } from "@window/domain/instant.ts";
import { Item } from "@window/domain/item/item.ts";
import assert from "node:assert/strict";
import { caseOnce, visitorOf, type Visitor } from "./applying.ts";
import { appliedFor } from "./handling.ts";
import { contentOf, published, seenBy } from "./publishing.ts";
import type { TestedWindow } from "./tested-window.ts";

const of = "item_recognition-full-time";

/** A recognition of class D in Danzhou, which has been given no power over it. */
const inDanzhou = async (visitor: Visitor) => {
  const submitted = await appliedFor(visitor, of, { "claimed-class": "d", "work-place": "danzhou" });
  return caseOnce(visitor, submitted.case, ({ phase }) => phase === "running");
};

/**
 * An operator publishes one line: from a day on the window at Danzhou may recognise class D. New cases are delegated from
 * that day, without code; those before stay agency cases.
 */
export const handedDown = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window, "li-jing");
  const operator = await visitorOf(window, "zhou-ming");
  const older = await inDanzhou(visitor);
  assert.equal(older.kind, "agency");

  const { editions } = await seenBy(operator, of);
  const standing = editions.find(({ status }) => status === "standing") ?? assert.fail();
  const content = await contentOf(operator, standing.edition, of);
  const { powers } = Item.parse({ ...content, id: of, version: 1 });
  const now = fromIso(older.receivedAt);
  const from = addDays(dayOf(now), 2);
  const power = { ...powers[0], id: "danzhou-d-e", holder: { of: "locality", locality: "danzhou" }, from };
  await published(operator, { ...content, powers: [...powers, power] }, { of });

  // Readers keep what stood for a minute at most.
  await window.moveClock(later(now, 2 * MINUTE));
  assert.equal((await inDanzhou(visitor)).kind, "agency", "its day has not come");
  await window.moveClock(startOf(from));
  const newer = await inDanzhou(visitor);
  assert.deepEqual([newer.kind, newer.turn], ["delegated", { of: "window" }]);
  assert.equal((await caseOnce(visitor, older.case, () => true)).kind, "agency");
};
