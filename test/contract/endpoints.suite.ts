import { DepartmentId } from "@window/domain/place/department.ts";
import type { Endpoint, Endpoints } from "@window/domain/port/endpoints.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshName } from "../kit/fresh.ts";

export interface EndpointsHarness {
  readonly endpoints: Endpoints;
  /** What an operator does; undefined takes the endpoint away. */
  readonly configure: (department: DepartmentId, endpoint: Endpoint | undefined) => Promise<void>;
  readonly close: () => Promise<void>;
}

const freshDepartment = (): DepartmentId => DepartmentId.parse(`dept_${freshName()}`);

const freshEndpoint = (): Endpoint => ({
  url: `https://${freshName()}.example/webhooks?from=window`,
  sending: [newWebhookSecret(), newWebhookSecret()],
  receiving: [newWebhookSecret()],
});

export const endpointsSuite = (name: string, make: () => Promise<EndpointsHarness>): void => {
  describe(`endpoints: ${name}`, () => {
    let harness: EndpointsHarness;
    before(async () => {
      harness = await make();
    });
    after(() => harness.close());

    test("a department without a system has no endpoint", async () => {
      assert.equal(await harness.endpoints.of(freshDepartment()), undefined);
    });

    test("a department is called where the operator said, each under secrets of its own", async () => {
      const [one, other] = [freshDepartment(), freshDepartment()];
      const [first, second] = [freshEndpoint(), freshEndpoint()];
      await harness.configure(one, first);
      await harness.configure(other, second);
      assert.deepEqual(await harness.endpoints.of(one), first);
      assert.deepEqual(await harness.endpoints.of(other), second);
    });
  });
};
