import { beginningOf, hourAfter, hourOf, type FeedHour } from "@window/domain/feed.ts";
import { GENESIS } from "@window/domain/commit.ts";
import type { RootSigner } from "@window/domain/port/root-signer.ts";
import type { Roots } from "@window/domain/port/roots.ts";
import type { Leaf } from "@window/domain/root/leaf.ts";
import type { Root } from "@window/domain/root/root.ts";
import { later } from "@window/domain/instant.ts";
import { digest } from "@window/node/digest.ts";
import { readRootJws } from "@window/node/signed-root.ts";
import { treeHash } from "@window/node/tree-hash.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshCase, freshHour } from "../kit/fresh.ts";

export interface RootsHarness {
  readonly roots: Roots;
  readonly rootSigner: RootSigner;
  readonly close: () => Promise<void>;
}

const rootOf = (hour: FeedHour, leaves = 0): Root => ({
  hour,
  before: null,
  previous: GENESIS,
  leaves,
  tree: treeHash.empty,
});

export const rootsSuite = (name: string, make: () => Promise<RootsHarness>): void => {
  describe(`roots: ${name}`, () => {
    let roots: Roots;
    let rootSigner: RootSigner;
    let close: () => Promise<void>;
    before(async () => {
      ({ roots, rootSigner, close } = await make());
    });
    after(() => close());

    const signed = async (root: Root) => ({ root, signed: await rootSigner.sign(root), sections: [] });

    test("of two roots for one hour the first stays, whoever comes after", async () => {
      const hour = hourOf(freshHour());
      const [first, second] = [await signed(rootOf(hour, 1)), await signed(rootOf(hour, 2))];
      assert.equal(await roots.put(first), "put");
      assert.equal(await roots.put(second), "taken");
      assert.equal(await roots.put(first), "taken");
      assert.deepEqual(await roots.from(hour), first);
    });

    test("of several roots put for one hour at once exactly one is kept", async () => {
      const hour = hourOf(freshHour());
      const rivals = await Promise.all([1, 2, 3, 4].map((leaves) => signed(rootOf(hour, leaves))));
      const outcomes = await Promise.all(rivals.map((rival) => roots.put(rival)));
      const kept = rivals.filter((_, index) => outcomes[index] === "put");
      assert.equal(kept.length, 1);
      assert.deepEqual(await roots.from(hour), kept[0]);
    });

    test("from an hour without a root the next one is found, and after the last there is none", async () => {
      const hour = hourOf(freshHour());
      const next = hourAfter(hourAfter(hour));
      const root = await signed(rootOf(next));
      await roots.put(root);
      assert.deepEqual(await roots.from(hour), root);
      assert.equal(await roots.from("2999-01-01T00"), undefined);
      assert.notDeepEqual(await roots.from(hourAfter(next)), root);
      assert.ok(beginningOf(next) > later(beginningOf(hour), 0));
    });

    test("leaves come back as they were put, also when they are put again", async () => {
      const stream = freshCase();
      const leaves = [1, 2, 3].map((seq): Leaf => ({ stream, seq, hash: digest(seq) }));
      const head = treeHash.leaf(stream);
      await roots.putLeaves(head, leaves);
      await roots.putLeaves(head, leaves);
      assert.deepEqual(await roots.leaves(head), leaves);
      await assert.rejects(roots.leaves(treeHash.leaf("nothing there")));
    });

    test("a root is believed by the published keys and by no other", async () => {
      const root = rootOf(hourOf(freshHour()));
      const text = await rootSigner.sign(root);
      const keys = await rootSigner.keys();
      assert.deepEqual(readRootJws(text, keys), root);
      assert.equal(readRootJws(text, []), undefined);
      for (const key of keys) assert.ok(!("d" in key));
      const [head, , signature] = text.split(".");
      const forged = Buffer.from(JSON.stringify({ ...root, leaves: 7 })).toString("base64url");
      assert.equal(readRootJws([head, forged, signature].join("."), keys), undefined);
    });
  });
};
