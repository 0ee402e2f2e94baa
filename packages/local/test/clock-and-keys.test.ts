import { later } from "@window/domain/instant.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openLegalClock } from "@window/local/legal-clock.ts";
import { openSigner } from "@window/local/signer.ts";
import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ResultClaims } from "@window/domain/result/result-claims.ts";
import { standingClock } from "./runner/workshop.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const DAY = 24 * 60 * 60 * 1000;

test("the legal clock stands where it was moved after a restart", async (context) => {
  const path = temporaryFolder(context);
  const wall = standingClock();
  const folder = openDataFolder(path);
  const to = later(wall.now(), 400 * DAY);
  assert.equal(await openLegalClock(folder, wall).move(to), to);
  folder.close();
  const again = openDataFolder(path);
  wall.forward(1000);
  assert.equal(openLegalClock(again, wall).now(), later(to, 1000));
  again.close();
});

test("a wall clock that is set back makes the legal clock stand until it has caught up", (context) => {
  const folder = openDataFolder(temporaryFolder(context));
  const wall = standingClock();
  const clock = openLegalClock(folder, wall);
  const now = clock.now();
  wall.forward(-5000);
  assert.equal(clock.now(), now);
  wall.forward(5001);
  assert.equal(clock.now(), later(now, 1));
  folder.close();
});

const claims = ResultClaims.parse({
  iss: "http://localhost:3000",
  jti: "res_one",
  iat: 1_790_000_000,
  num: "0123-4567-89AB",
  itm: "item_rent-subsidy",
  dec: "granted",
  dep: "dept_housing-office",
  nam: "王**",
});

test("a certificate stays good after the key was changed and the window started again", async (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  const signer = openSigner(folder);
  assert.equal((await signer.keys()).length, 1);
  const old = await signer.certify(claims);
  signer.rotate();
  const young = await signer.certify(claims);
  folder.close();

  const again = openDataFolder(path);
  const restarted = openSigner(again);
  const keys = await restarted.keys();
  assert.equal(keys.length, 2);
  assert.deepEqual(keys, await signer.keys());
  for (const certificate of [old, young]) assert.deepEqual(await restarted.verify(certificate), claims);
  const kidOf = (certificate: string): unknown =>
    JSON.parse(Buffer.from(certificate.split(".")[0] ?? "", "base64url").toString("utf8"));
  assert.deepEqual(kidOf(young), kidOf(await restarted.certify(claims)), "the newest key signs");
  again.close();
});

test("no signing key can be read by others", (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  openSigner(folder).rotate();
  const files = readdirSync(join(path, "keys"));
  assert.deepEqual(files.toSorted(), ["certificate-0001.pem", "certificate-0002.pem", "root"]);
  for (const file of files) assert.equal(statSync(join(path, "keys", file)).mode & 0o777, 0o600);
  folder.close();
});
