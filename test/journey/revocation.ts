import {
  listRevocations,
  readResult,
  revokeResult,
  verifyResult,
} from "@window/contract/operations/results.ts";
import assert from "node:assert/strict";
import { applied, granted, visitorOf } from "./applying.ts";
import { sooner } from "./client.ts";
import type { TestedWindow } from "./tested-window.ts";

/** A supervisor takes a result back: whoever verifies it from then on is told, and the list names it. */
export const takenBack = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const result = await granted(window, visitor, await applied(visitor));
  const revoke = {
    params: { result },
    body: { reason: "issued-in-error" },
    key: `revoke-${result}`,
  } as const;
  assert.equal((await client.refusal(revokeResult, { ...revoke, token })).code, "not-allowed");

  const supervisor = await window.tokenFor("chen-wei");
  const revoked = await client.ask(revokeResult, { ...revoke, token: supervisor });
  assert.deepEqual(await client.ask(revokeResult, { ...revoke, token: supervisor }), revoked);
  const other = { ...revoke, body: { reason: "conditions-lapsed" }, token: supervisor };
  assert.equal((await client.refusal(revokeResult, other)).code, "key-reused");

  const own = await client.ask(readResult, { params: { result }, token });
  assert.equal(own.revoked?.reason, "issued-in-error");
  const verified = await client.ask(verifyResult, {
    body: { certificate: own.certificate ?? assert.fail() },
  });
  assert.equal(verified.verdict, "revoked");
  const listed = await sooner("the revocation list", async () => {
    const { rows } = await client.ask(listRevocations, { query: { limit: "100" } });
    return rows.find((row) => row.result === result);
  });
  assert.equal(listed.at, revoked.at);
};
