/** What leaves the window, with the addresses that operators keep in the stage's secret. */
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { openCourier } from "@window/aws/courier.ts";
import { openNotifier } from "@window/aws/notifier.ts";
import { openRegisters } from "@window/aws/registers.ts";
import { openSecret } from "@window/aws/secret.ts";
import { Mail, Registers, Sms } from "@window/aws/secrets.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { SmsSender } from "@window/node/sms-account.ts";
import assert from "node:assert/strict";
import type * as z from "zod";
import { courierSuite } from "../contract/courier.suite.ts";
import { notifierSuite } from "../contract/notifier.suite.ts";
import { registersSuite } from "../contract/registers.suite.ts";
import { freshName } from "../kit/fresh.ts";

const NAME = "AWS";
const client = new SecretsManagerClient({});
const allowLoopback = true;

/** A secret of its own, because another one is believed for five minutes. */
const secretWith = async <Schema extends z.ZodType>(schema: Schema, filled: unknown) => {
  const SecretString = JSON.stringify(filled);
  const { ARN = "" } = await client.send(
    new CreateSecretCommand({ Name: `window-${freshName()}`, SecretString }),
  );
  return openSecret(schema, ARN, { clock: wireClock, failed: () => assert.fail() });
};

courierSuite(NAME, (settings) => openCourier({ ...settings, allowLoopback }));
registersSuite(NAME, async ({ known, ...settings }) =>
  openRegisters(await secretWith(Registers, known), { ...settings, allowLoopback }),
);
notifierSuite(NAME, async ({ mail, sms, ...settings }) => {
  const { reporting: _, ...sender } = sms ?? { reporting: [] };
  const secrets = {
    mail: await secretWith(Mail, mail ?? null),
    sms: await secretWith(Sms, sms === undefined ? null : SmsSender.parse(sender)),
  };
  return openNotifier(secrets, { ...settings, allowLoopback });
});
