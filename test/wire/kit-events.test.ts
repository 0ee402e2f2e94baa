import { ReferralCallback } from "@window/contract/referral-events.ts";
import { acknowledged, answered } from "@window/department-kit/callback-event.ts";
import { readReferral } from "@window/department-kit/read-referral.ts";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { departmentEvents } from "../kit/department-events.ts";

const root = join(import.meta.dirname, "../..");
const kit = join(root, "packages/department-kit/src");
const examples = join(root, "packages/contract/examples");

test("the kit's types are what the contract says today", async () => {
  assert.equal(
    readFileSync(join(kit, "events.ts"), "utf8"),
    await departmentEvents(),
    "run: node test/kit/department-events.ts",
  );
});

test("what the kit composes the contract understands", () => {
  const envelope = {
    id: "answer-1",
    source: "urn:department:talent-office",
    referral: "ref_7g2k3m4n5p6q7r8s9t0vwxyz12",
    time: "2026-03-02T09:31:00+08:00",
  };
  const refusal = { outcome: "refuse", reasons: ["lease-not-confirmed"], opinion: "查无此合同。" } as const;
  for (const event of [
    acknowledged(envelope),
    answered(envelope, { outcome: "agree" }),
    answered(envelope, refusal),
  ]) {
    const sent: unknown = JSON.parse(JSON.stringify(event));
    assert.equal(ReferralCallback.parse(sent).id, "answer-1");
  }
});

test("the kit reads every request that the contract gives as a good example, and no other event", () => {
  for (const file of readdirSync(join(examples, "good"))) {
    const read = readReferral(readFileSync(join(examples, "good", file)));
    assert.equal(read !== undefined, file.startsWith("requested"), file);
  }
  for (const file of ["requested-in-one-language.json", "requested-without-handle.json"]) {
    assert.equal(readReferral(readFileSync(join(examples, "bad", file))), undefined, file);
  }
  assert.equal(readReferral(Uint8Array.of(0xff)), undefined);
});

const pure = ["verify-webhook.ts", "sign-callback.ts", "read-referral.ts", "callback-event.ts", "events.ts"];

test("the pure part needs neither Node nor a package, and is at most 20 KB", async () => {
  const { metafile, errors } = await build({
    entryPoints: pure.map((file) => join(kit, file)),
    bundle: true,
    // Refuses node:* and packages alike.
    platform: "neutral",
    format: "esm",
    outdir: "unused",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  assert.deepEqual(errors, []);
  const bytes = Object.values(metafile.inputs).reduce((sum, input) => sum + input.bytes, 0);
  assert.ok(bytes <= 20 * 1024, `${bytes} bytes`);
});
