/**
 * `npm run test:cloud`: installs and starts the emulator, deploys the real assembly of stage `test`, runs the contract
 * suites on the AWS adapters and the journeys against the deployed window, and stops everything it started.
 * The last line is `N passed, N failed`; exits with 1 when a test failed, none ran, or something still listens.
 */
import { PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { departments } from "@window/catalogue/departments.ts";
import { openDemonstrationRegister } from "@window/local/demonstration-register.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import { globSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { messagingAt } from "../kit/messengers.ts";
import { runFile } from "../kit/run-file.ts";
import { deploy } from "./deploy.ts";
import { startEmulator } from "./emulator.ts";
import { openFront } from "./front.ts";
import { functionLog } from "./function-log.ts";
import { freePort } from "./free-port.ts";
import { AUDIENCE, openIssuer } from "./issuer.ts";
import { importSeed } from "./import-seed.ts";
import { isListening } from "./is-listening.ts";
import type { Place, Player } from "./place.ts";
import { placeVariable } from "./place.ts";

const root = resolve(import.meta.dirname, "../..");
const SECONDS_PER_FILE = 600;

process.env["TZ"] ??= "America/St_Johns";

const say = (line: string): void => console.log(line);

/** The others answer in the worklist. */
const withSystem = departments.filter(({ delivery }) => delivery.kind === "webhook");

const players = (): Promise<Player[]> =>
  Promise.all(
    withSystem.map(async ({ id }) => {
      const port = await freePort();
      return { id, port, endpoint: newWebhookSecret(), receiving: newWebhookSecret() };
    }),
  );

/** As an operator does it, before the first case. */
const fill = async (secrets: Readonly<Record<string, unknown>>): Promise<void> => {
  const client = new SecretsManagerClient({});
  for (const [SecretId, value] of Object.entries(secrets))
    await client.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(value) }));
};

const endpointsOf = (all: readonly Player[]) =>
  Object.fromEntries(
    all.map(({ id: department, port, endpoint, receiving }) => [
      department,
      { url: `http://127.0.0.1:${port}/`, sending: [endpoint], receiving: [receiving] },
    ]),
  );

/** Who comes before the first import; only with the secrets filled, because a function holds it for five minutes. */
const lookedIn = (origin: string): Promise<Place["early"]> =>
  Promise.all(
    ["/items", "/windows", "/en", "/health"].map(async (path) => {
      const { status, headers, body } = await fetch(origin + path);
      await body?.cancel();
      return { path, status, wait: headers.get("retry-after") };
    }),
  );

interface Deployed {
  readonly place: Place;
  /** Nothing may listen on them afterwards. */
  readonly ports: readonly number[];
  readonly endpoint: string;
}

const deployed = async (stage: AsyncDisposableStack): Promise<Deployed> => {
  say("starting the emulator");
  const emulator = await startEmulator();
  stage.defer(() => emulator.stop());
  Object.assign(process.env, emulator.environment);
  const front = await openFront(() => emulator.port);
  stage.defer(() => front.close());
  const issuer = await openIssuer();
  stage.defer(() => issuer.close());
  say(`emulator at ${emulator.endpoint}, window at ${front.origin}`);
  const roles = ["applicant", "clerk", "supervisor", "department", "operator"];
  const issuers = [{ issuer: issuer.url, audience: AUDIENCE, jwksUrl: issuer.jwksUrl, roles }];
  const start = performance.now();
  const outputs = await deploy(emulator.environment, {
    origin: front.origin,
    issuers: JSON.stringify(issuers),
  });
  say(`deployed in ${Math.round((performance.now() - start) / 1000)} s`);
  const { ApiId, ImportSeedName } = outputs["window-test"];
  const data = outputs["window-test-data"];
  front.lead(ApiId);
  const all = await players();
  const sending = newWebhookSecret();
  const register = await openDemonstrationRegister(sending, wireClock);
  stage.defer(() => register.close());
  const asked = Object.fromEntries(
    register.registers.map((name) => [name, { url: register.url, sending: [sending] }]),
  );
  const messaging = messagingAt(await freePort(), await freePort());
  const { reporting, ...sms } = messaging.sms;
  await fill({
    [data.EndpointsSecretOut]: endpointsOf(all),
    [data.RegistersSecretOut]: asked,
    [data.MailSecretOut]: messaging.mail,
    [data.SmsSecretOut]: sms,
    [data.ReportsSecretOut]: reporting,
  });
  const early = await lookedIn(front.origin);
  // Only now: what is imported is dispatched at once, and a function holds a secret for five minutes.
  await importSeed(emulator.endpoint, ImportSeedName);
  const place: Place = {
    origin: front.origin,
    issuer: issuer.url,
    issuerKey: issuer.key,
    players: all,
    messaging,
    tables: { events: data.EventsOut, views: data.ViewsOut, keys: data.KeysOut, records: data.RecordsOut },
    documents: data.DocumentsOut,
    meter: emulator.meter,
    early,
    rootKey: data.RootKeyOut,
    wrappingKey: data.WrappingKeyOut,
    signingKey: data.SigningKeyOut,
  };
  return { place, ports: [emulator.port, ...all.map(({ port }) => port)], endpoint: emulator.endpoint };
};

const total = { passed: 0, failed: 0 };

const wanted = (): readonly string[] => {
  const files = globSync("test/cloud/*.cloud.ts", { cwd: root }).toSorted();
  const named = process.argv.slice(2);
  return files.filter((file) => named.length === 0 || named.some((name) => file.includes(name)));
};

const runAll = async (): Promise<void> => {
  for (const file of wanted()) {
    const start = performance.now();
    const { passed, failures, output } = await runFile(join(root, file), SECONDS_PER_FILE);
    total.passed += passed;
    total.failed += failures.length;
    const seconds = Math.round((performance.now() - start) / 1000);
    say(`${failures.length > 0 ? "FAIL" : "ok  "} ${relative(root, file)}: ${passed} passed (${seconds} s)`);
    for (const { name, error } of failures) say(`\n  ✖ ${name}\n${error.replace(/^/gm, "    ")}\n`);
    if (failures.length > 0 && output !== "") say(output.trimEnd().replace(/^/gm, "  | "));
  }
};

/** Deploys, tests and takes down; resolves with the ports that must be free again. */
const everything = async (): Promise<readonly number[]> => {
  await using stage = new AsyncDisposableStack();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      void stage.disposeAsync().finally(() => process.exit(1));
    });
  const { place, ports, endpoint } = await deployed(stage);
  Object.assign(process.env, placeVariable(place));
  // The stranger of the story (npm chinese-days) reckons in the zone of its process.
  process.env["TZ"] = "Asia/Shanghai";
  await runAll();
  if (total.failed > 0) for (const line of await functionLog(endpoint)) say(`  | ${line}`);
  return ports;
};

try {
  for (const port of await everything()) {
    if (!(await isListening(port))) continue;
    say(`FAIL something still listens on port ${port}`);
    total.failed += 1;
  }
} catch (fault) {
  say(`FAIL ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  total.failed += 1;
}
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
