import { CaseId } from "@window/domain/id.ts";
import { RegisterId } from "@window/domain/item/verification.ts";
import { openDemonstrationRegister } from "@window/local/demonstration-register.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { httpRegisters } from "@window/node/http-registers.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

const question = {
  case: CaseId.parse("case_sample"),
  register: RegisterId.parse("reg_population"),
  facts: { number: "11010519491231002X", name: "李静" },
};

/** What registers promise wherever they are asked from: test/contract/registers.suite.ts. */
test("a register on this machine is not asked unless that is allowed", async (context) => {
  const secret = newWebhookSecret();
  const demonstration = await openDemonstrationRegister(secret, wireClock);
  context.after(() => demonstration.close());
  const { url } = demonstration;
  const asked = [false, true].map((allowLoopback) =>
    httpRegisters({ endpointOf: async () => ({ url, sending: [secret] }), clock: wireClock, allowLoopback }),
  );
  assert.deepEqual(await Promise.all(asked.map((registers) => registers.ask(question))), [
    { kind: "down", cause: "scheme" },
    { kind: "match" },
  ]);
});
