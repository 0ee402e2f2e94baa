/** The tables turn every fifth call away: every promise of the ports is kept all the same. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { wireClock } from "@window/aws/wire-clock.ts";
import { eventStoreSuite } from "../contract/event-store.suite.ts";
import { roundsSuite } from "../contract/rounds.suite.ts";
import { timersSuite } from "../contract/timers.suite.ts";
import { vaultSuite } from "../contract/vault.suite.ts";
import { cloudShelves, twinTables } from "./shelves.ts";
import { openThrottle } from "./throttle.ts";

const NTH = 5;

// The clients of the adapters are made when they are first used, so they find the throttle.
const throttle = await openThrottle(process.env["AWS_ENDPOINT_URL"] ?? "", NTH);
process.env["AWS_ENDPOINT_URL"] = throttle.endpoint;
after(() => throttle.close());

const tables = await twinTables();
const shelves = () => cloudShelves({ legal: wireClock, wire: wireClock }, tables);
const close = () => Promise.resolve();
const name = "AWS, every fifth call turned away";

eventStoreSuite(name, async () => {
  return { store: shelves().store, elsewhere: async () => shelves().store, close };
});
roundsSuite(name, async () => ({ rounds: shelves().rounds, close }));
vaultSuite(name, async () => ({ vault: shelves().vault, elsewhere: async () => shelves().vault, close }));
timersSuite(name, async () => ({ timers: shelves().timers, close }));

test("a fifth of the calls was turned away", () => {
  const { calls, throttled } = throttle.count();
  assert.ok(calls > 100, `only ${calls} calls`);
  assert.equal(throttled, Math.floor(calls / NTH));
});
