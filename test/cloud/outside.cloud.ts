/** What leaves the window, with the addresses that operators keep in the stage's secret. */
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { openCourier } from "@window/aws/courier.ts";
import { openNotifier } from "@window/aws/notifier.ts";
import { openRegisters } from "@window/aws/registers.ts";
import { openSecret } from "@window/aws/secret.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import { courierSuite } from "../contract/courier.suite.ts";
import { notifierSuite } from "../contract/notifier.suite.ts";
import { registersSuite } from "../contract/registers.suite.ts";
import { freshName } from "../kit/fresh.ts";

const NAME = "AWS";
const client = new SecretsManagerClient({});
const allowLoopback = true;

/** A secret of its own, because another one is believed for five minutes. */
const secretWith = async (filled: object) => {
  const SecretString = JSON.stringify({ idSecret: freshName().repeat(4), endpoints: {}, ...filled });
  const { ARN = "" } = await client.send(
    new CreateSecretCommand({ Name: `window-${freshName()}`, SecretString }),
  );
  return openSecret(ARN, wireClock);
};

courierSuite(NAME, (settings) => openCourier({ ...settings, allowLoopback }));
registersSuite(NAME, async ({ known, ...settings }) =>
  openRegisters(await secretWith({ registers: known }), { ...settings, allowLoopback }),
);
notifierSuite(NAME, async ({ mail, sms, ...settings }) =>
  openNotifier(await secretWith({ mail, sms }), { ...settings, allowLoopback }),
);
