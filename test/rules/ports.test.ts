import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { portFlaws, portsOf, type Alike, type House } from "./port-laws.ts";

const root = resolve(import.meta.dirname, "../..");

const house: House = {
  files: globSync(
    ["packages/{domain,aws,local,node}/{src,test}/**/*.ts", "test/{contract,cloud,wire}/*.ts"],
    {
      cwd: root,
    },
  ),
  read: (file) => readFileSync(join(root, file), "utf8"),
};

const PURE = "a function of its arguments, the same lines in both runtimes";

/** Said again in test/contract/README.md, for who reads. */
const alike: Readonly<Record<string, Alike>> = {
  digest: {
    adapter: "packages/node/src/digest.ts",
    tests: "packages/node/test/digest.test.ts",
    because: PURE,
  },
  "tree-hash": {
    adapter: "packages/node/src/tree-hash.ts",
    tests: "test/wire/tree-vectors.test.ts",
    because: PURE,
  },
  "callback-proof": {
    adapter: "packages/node/src/webhook-signature.ts",
    tests: "test/wire/webhook-signature.test.ts",
    because: PURE,
  },
  ids: {
    adapter: "packages/node/src/ids.ts",
    tests: "test/contract/ids.suite.ts",
    because: PURE,
  },
  "person-keys": {
    adapter: "packages/node/src/person-keys.ts",
    tests: "packages/node/test/person-keys.test.ts",
    because: PURE,
  },
  scanner: {
    adapter: "packages/node/src/clamd-scan.ts",
    tests: "packages/node/test/clamd-scan.test.ts",
    because:
      "one client of clamd, on both runtimes with the same settings; clamd itself is asked in clamd-real",
  },
};

const without = (missing: string): House => ({
  ...house,
  files: house.files.filter((file) => file !== missing),
});
const withText = (changed: string, from: string | RegExp, to: string): House => ({
  ...house,
  read: (file) => (file === changed ? house.read(file).replace(from, to) : house.read(file)),
});

test("every port has one suite that runs on both runtimes, or one adapter and a reason", () => {
  assert.ok(portsOf(house).length > 20);
  assert.deepEqual(portFlaws(house, alike), []);
  for (const { because } of Object.values(alike)) assert.ok(because.length > 20);
});

const planted: readonly (readonly [string, House, string])[] = [
  ["a port without a suite", without("test/contract/quotas.suite.ts"), "quotas lacks a suite"],
  [
    "a suite that does not run on AWS",
    withText("test/cloud/under-way.cloud.ts", /^deliveriesSuite\(/m, "void ("),
    "deliveries lacks its suite on AWS",
  ],
  [
    "a suite that does not run on this machine",
    withText("test/contract/local.test.ts", /^vaultSuite\(/m, "void ("),
    "vault lacks its suite on this machine",
  ],
  [
    "an adapter of another name",
    without("packages/aws/src/event-store.ts"),
    "event-store lacks an adapter of its name on AWS",
  ],
  [
    "an exception that got a second adapter",
    { ...house, files: [...house.files, "packages/aws/src/digest.ts"] },
    "digest has adapters that could differ",
  ],
  [
    "an exception whose tests are gone",
    without("packages/node/test/digest.test.ts"),
    "digest has no packages/node/test/digest.test.ts",
  ],
];
for (const [what, changed, flaw] of planted)
  test(`the law of ports finds ${what}`, () => {
    assert.deepEqual(portFlaws(changed, alike), [flaw]);
  });

test("an exception for something that is no port is found", () => {
  const { digest } = alike;
  assert.ok(digest);
  assert.deepEqual(portFlaws(house, { ...alike, "store-unavailable": digest }), [
    "store-unavailable is no port",
  ]);
});

test("the README of the suites says of every exception why", () => {
  const readme = house.read("test/contract/README.md");
  for (const port of Object.keys(alike)) assert.ok(readme.includes(`\`${port}\``), port);
});
