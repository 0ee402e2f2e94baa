/** The tables turn every fifth call away: every promise of the ports is kept all the same. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { wireClock } from "@window/aws/wire-clock.ts";
import { eventStoreSuite } from "../contract/event-store.suite.ts";
import { roundsSuite } from "../contract/rounds.suite.ts";
import { timersSuite } from "../contract/timers.suite.ts";
import { vaultSuite } from "../contract/vault.suite.ts";
import { movedClock } from "./moved-clock.ts";
import { cloudShelves, twinTables } from "./shelves.ts";
import { openBeforeTables } from "./before-tables.ts";

const NTH = 5;

// The clients of the adapters are made when they are first used, so they find what stands before the tables.
let calls = 0;
const beforeTables = await openBeforeTables(process.env["AWS_ENDPOINT_URL"] ?? "", () =>
  (calls += 1) % NTH === 0 ? "turned-away" : "goes-through",
);
process.env["AWS_ENDPOINT_URL"] = beforeTables.endpoint;
after(() => beforeTables.close());

const tables = await twinTables();
const shelves = () => cloudShelves({ legal: wireClock, wire: wireClock }, tables);
const close = () => Promise.resolve();
const name = "AWS, every fifth call turned away";

eventStoreSuite(name, async () => {
  return { store: shelves().store, elsewhere: async () => shelves().store, close };
});
roundsSuite(name, async () => ({ rounds: shelves().rounds, close }));
vaultSuite(name, async () => {
  const { clock, forward } = movedClock();
  const open = () => cloudShelves({ legal: clock, wire: clock }, tables).vault;
  return { vault: open(), elsewhere: async () => open(), beside: async () => open(), forward, close };
});
timersSuite(name, async () => ({ timers: shelves().timers, close }));

test("a fifth of the calls was turned away", () => {
  assert.ok(calls > 100, `only ${calls} calls`);
  assert.equal(beforeTables.fates["turned-away"], Math.floor(calls / NTH));
});
