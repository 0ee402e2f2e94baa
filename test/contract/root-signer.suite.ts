import { GENESIS } from "@window/domain/commit.ts";
import { hourOf } from "@window/domain/feed.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import type { RootSigner } from "@window/domain/port/root-signer.ts";
import type { Root } from "@window/domain/root/root.ts";
import { readRootJws } from "@window/node/signed-root.ts";
import { compactVerify, importJWK } from "jose";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshHour } from "../kit/fresh.ts";

export interface RootSignerHarness {
  readonly rootSigner: RootSigner;
  /** The same after an operator has added a newer key. */
  readonly rotated: () => Promise<RootSigner>;
  readonly close: () => Promise<void>;
}

const freshRoot = (): Root => {
  const at = freshHour();
  const before = hourOf(later(at, -HOUR));
  return { hour: hourOf(at), before, previous: GENESIS, leaves: 7, tree: GENESIS };
};

/** A stranger's check, by a library that is none of ours. */
const strangerReads = async (signed: string, keys: readonly Readonly<Record<string, unknown>>[]) => {
  const { payload, protectedHeader } = await compactVerify(
    signed,
    async ({ kid }) => importJWK(keys.find((key) => key["kid"] === kid) ?? {}, "ES256"),
    { algorithms: ["ES256"] },
  );
  const root: unknown = JSON.parse(Buffer.from(payload).toString("utf8"));
  return { kid: protectedHeader.kid, root };
};

export const rootSignerSuite = (name: string, make: () => Promise<RootSignerHarness>): void => {
  describe(`root signer: ${name}`, () => {
    let harness: RootSignerHarness;
    before(async () => {
      harness = await make();
    });
    after(() => harness.close());

    test("a stranger reads exactly the root that was signed, by a key that is published", async () => {
      const { rootSigner } = harness;
      for (const root of [freshRoot(), freshRoot()]) {
        const signed = await rootSigner.sign(root);
        const keys = await rootSigner.keys();
        assert.deepEqual((await strangerReads(signed, keys)).root, root);
        assert.deepEqual(readRootJws(signed, keys), root);
      }
    });

    test("only public halves are published", async () => {
      const keys = await harness.rootSigner.keys();
      assert.ok(keys.length > 0);
      for (const key of keys) assert.ok(!("d" in key));
    });

    test("a root that was altered, or signed by somebody else, is none", async () => {
      const [ours, theirs] = [freshRoot(), freshRoot()];
      const keys = await harness.rootSigner.keys();
      const [head, , signature] = (await harness.rootSigner.sign(ours)).split(".");
      const [, body] = (await harness.rootSigner.sign(theirs)).split(".");
      assert.equal(readRootJws([head, body, signature].join("."), keys), undefined);
      const others = keys.map((key) => ({ ...key, x: key["y"], y: key["x"] }));
      assert.throws(() => readRootJws([head, body, signature].join("."), others));
    });

    test("a newer key signs from now on, stands first, and what the older signed stays believed", async () => {
      const root = freshRoot();
      const older = await harness.rootSigner.sign(root);
      const rotated = await harness.rotated();
      const keys = await rotated.keys();
      const newer = await rotated.sign(root);
      const [first, second] = [await strangerReads(newer, keys), await strangerReads(older, keys)];
      assert.deepEqual([first.root, second.root], [root, root]);
      assert.deepEqual(
        keys.map(({ kid }) => kid),
        [first.kid, second.kid],
      );
    });
  });
};
