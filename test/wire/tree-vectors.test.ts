import { Hash } from "@window/domain/declared.ts";
import { headFrom, headOf, pathOf } from "@window/domain/root/tree.ts";
import { treeHash } from "@window/node/tree-hash.ts";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

/** Leaves and heads that the reference implementation of Certificate Transparency tests itself with. */
const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const heads = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const hashed = leaves.map((leaf) =>
  Hash.parse(createHash("sha256").update(Uint8Array.of(0)).update(leaf, "hex").digest("hex")),
);

test("trees of one to eight leaves have the heads that Certificate Transparency publishes", () => {
  for (const [index, head] of heads.entries())
    assert.equal(headOf(treeHash, hashed.slice(0, index + 1)), head);
  assert.equal(headOf(treeHash, []), createHash("sha256").digest("hex"));
});

test("every leaf of every tree up to 70 leaves has a path to the head, and leads nowhere from another place", () => {
  const many = Array.from({ length: 70 }, (_, index) => treeHash.leaf(index));
  for (let size = 1; size <= many.length; size += 1) {
    const row = many.slice(0, size);
    const head = headOf(treeHash, row);
    for (const [index, leaf] of row.entries()) {
      const path = pathOf(treeHash, row, index);
      assert.equal(headFrom(treeHash, leaf, { index, size, path }), head);
      if (size > 1) assert.notEqual(headFrom(treeHash, leaf, { index: index ^ 1, size, path }), head);
      assert.notEqual(headFrom(treeHash, leaf, { index, size, path: [...path, leaf] }), head);
    }
  }
});

test("a place outside its tree leads nowhere", () => {
  const leaf = treeHash.leaf(0);
  for (const index of [-1, 1, 0.5, Number.NaN])
    assert.equal(headFrom(treeHash, leaf, { index, size: 1, path: [] }), undefined);
});
