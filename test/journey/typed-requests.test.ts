/** The compiler reads the requests of the journeys too: each line below must not compile without its mark. */
import { draftApplication, listApplications } from "@window/contract/operations/applications.ts";
import { listItems } from "@window/contract/operations/items.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Client } from "./client.ts";

export const wrong = (client: Client): readonly Promise<unknown>[] => [
  // @ts-expect-error a body is asked for
  client.ask(draftApplication),
  // @ts-expect-error a member is missing
  client.ask(draftApplication, { body: { item: "item_a", answers: {} } }),
  // @ts-expect-error a member is of another type
  client.ask(draftApplication, { body: { item: 5, window: "win_a", answers: {} } }),
  // @ts-expect-error a member is not known
  client.ask(draftApplication, { body: { item: "item_a", window: "win_a", answers: {}, colour: "red" } }),
  // @ts-expect-error nothing is narrowed by that
  client.ask(listApplications, { query: { phase: "done" } }),
  // @ts-expect-error nothing is sent there
  client.ask(listItems, { body: {} }),
];

test("a wrong request of a journey does not compile", () => {
  assert.equal(typeof wrong, "function");
});
