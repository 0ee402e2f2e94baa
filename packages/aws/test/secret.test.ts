import { FRESH } from "@window/aws/fresh.ts";
import { openSecret } from "@window/aws/secret.ts";
import { Mail } from "@window/aws/secrets.ts";
import { Instant } from "@window/domain/instant.ts";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

/** What the service says next: the text of the secret, or a status. */
let said: string | number = 500;
const service = createServer((request, response) => {
  request.resume().once("end", () => {
    if (typeof said === "number") response.writeHead(said);
    response.end(typeof said === "number" ? "{}" : JSON.stringify({ SecretString: said }));
  });
});
before(() => once(service.listen(0, "127.0.0.1"), "listening"));
after(() => {
  service.closeAllConnections();
  service.close();
});

const opened = () => {
  const address = service.address();
  assert.ok(typeof address === "object" && address !== null);
  let time = 0;
  const failed: unknown[] = [];
  const client = new SecretsManagerClient({
    endpoint: `http://127.0.0.1:${String(address.port)}`,
    region: "eu-west-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
  const clock = { now: () => Instant.parse(time) };
  const read = openSecret(Mail, "mail", { clock, failed: (fault) => failed.push(fault), client });
  return { read, failed, later: () => (time += FRESH) };
};

const good = { url: "smtps://mail.example:465", from: "window@talent.example.com" };
const newer = { ...good, from: "other@talent.example.com" };

test("a secret that was good is used on while a newer one cannot be read or parsed, and the next good one counts", async () => {
  const { read, failed, later } = opened();
  said = JSON.stringify(good);
  assert.deepEqual(await read(), good);
  for (const broken of [500, "{planted", '{"from":"planted"}']) {
    said = broken;
    later();
    assert.deepEqual([await read(), await read()], [good, good]);
  }
  assert.equal(failed.length, 3);
  assert.doesNotMatch(failed.map(String).join(), /planted/);
  said = JSON.stringify(newer);
  later();
  assert.deepEqual(await read(), newer);
});

test("a secret that never was good is a fault that says nothing of it, until it is filled in", async () => {
  const { read, failed } = opened();
  said = '{"from":"planted"}';
  await assert.rejects(
    read(),
    ({ name, message }: Error) => name === "MisfilledSecret" && !message.includes("planted"),
  );
  said = JSON.stringify(good);
  assert.deepEqual(await read(), good);
  assert.deepEqual(failed, []);
});
