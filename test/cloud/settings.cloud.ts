/** What operators set for a stage, and the clock of stage `test`, as their ports promise it. */
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { tableNamed } from "@window/aws/dynamo.ts";
import { openEndpoints } from "@window/aws/endpoints.ts";
import { openMovableClock } from "@window/aws/legal-clock.ts";
import { moveClock } from "@window/aws/move-clock.ts";
import { openSecret } from "@window/aws/secret.ts";
import { Endpoints } from "@window/aws/secrets.ts";
import { HOUR } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { endpointsSuite } from "../contract/endpoints.suite.ts";
import { legalClockSuite } from "../contract/legal-clock.suite.ts";
import { freshName } from "../kit/fresh.ts";
import { standingClock } from "../kit/standing-clock.ts";
import { twinTables } from "./shelves.ts";

const NAME = "AWS";
const close = () => Promise.resolve();

endpointsSuite(NAME, async () => {
  const client = new SecretsManagerClient({});
  const clock = standingClock();
  let held: Endpoints = {};
  const created = new CreateSecretCommand({
    Name: `window-${freshName()}`,
    SecretString: JSON.stringify(held),
  });
  const { ARN: id = "" } = await client.send(created);
  return {
    endpoints: openEndpoints(openSecret(Endpoints, id, { clock, failed: () => assert.fail() })),
    async configure(department, endpoint) {
      held = { ...held, [department]: endpoint };
      await client.send(new PutSecretValueCommand({ SecretId: id, SecretString: JSON.stringify(held) }));
      // What was read before is believed for five minutes.
      clock.forward(HOUR);
    },
    close,
  };
});

legalClockSuite(NAME, async () => {
  const table = tableNamed((await twinTables()).records);
  const wall = standingClock();
  const clock = openMovableClock(table, wall);
  return {
    clock: {
      now: () => clock.now(),
      async move(to) {
        await moveClock(table, wall, to);
        await clock.refresh();
        return clock.now();
      },
    },
    async elsewhere() {
      const other = openMovableClock(table, wall);
      await other.refresh();
      return other;
    },
    forward: (milliseconds) => wall.forward(milliseconds),
    close,
  };
});
