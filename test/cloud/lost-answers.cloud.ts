/**
 * Of every thirteenth write to the tables the answer is lost, and the client writes again: every promise is kept.
 * Views are left out, whose thousand rows at once use up the tries that a client has in store; and quotas, which count a
 * take twice when another process has written between it and its second try.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openAttempts } from "@window/aws/attempts.ts";
import { tableNamed } from "@window/aws/dynamo.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { arrearsSuite } from "../contract/arrears.suite.ts";
import { attemptsSuite } from "../contract/attempts.suite.ts";
import { eventStoreSuite } from "../contract/event-store.suite.ts";
import { marksSuite } from "../contract/marks.suite.ts";
import { roundsSuite } from "../contract/rounds.suite.ts";
import { timersSuite } from "../contract/timers.suite.ts";
import { vaultSuite } from "../contract/vault.suite.ts";
import { movedClock } from "./moved-clock.ts";
import { cloudShelves, twinTables } from "./shelves.ts";
import { openBeforeTables } from "./before-tables.ts";

/** A second try costs the client ten of the tries it has in store, and a success gives it one back. */
const NTH = 13;
const WRITES = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"]);

const tables = await twinTables();
// The clients of the adapters are made when they are first used, so they find what stands before the tables.
let writes = 0;
const beforeTables = await openBeforeTables(process.env["AWS_ENDPOINT_URL"] ?? "", (operation) =>
  WRITES.has(operation) && (writes += 1) % NTH === 0 ? "answer-lost" : "goes-through",
);
process.env["AWS_ENDPOINT_URL"] = beforeTables.endpoint;
after(() => beforeTables.close());

const shelves = () => cloudShelves({ legal: wireClock, wire: wireClock }, tables);
const close = () => Promise.resolve();
const name = "AWS, every thirteenth answer to a write lost";

eventStoreSuite(name, async () => {
  return { store: shelves().store, elsewhere: async () => shelves().store, close };
});
vaultSuite(name, async () => {
  const { clock, forward } = movedClock();
  const open = () => cloudShelves({ legal: clock, wire: clock }, tables).vault;
  return { vault: open(), elsewhere: async () => open(), beside: async () => open(), forward, close };
});
timersSuite(name, async () => ({ timers: shelves().timers, close }));
roundsSuite(name, async () => ({ rounds: shelves().rounds, close }));
marksSuite(name, async () => ({ marks: shelves().marks, close }));
arrearsSuite(name, async () => ({ arrears: shelves().arrears, close }));
attemptsSuite(name, async () => {
  const { clock, forward } = movedClock();
  return { attempts: openAttempts(tableNamed(tables.records), clock), forward, close };
});
test("of a thirteenth of the writes the answer was lost", () => {
  assert.ok(writes > 100, `only ${writes} writes`);
  assert.equal(beforeTables.fates["answer-lost"], Math.floor(writes / NTH));
});
