import { Sealed } from "@window/domain/declared.ts";
import type { Place, Vault } from "@window/domain/port/vault.ts";
import { SubjectErased } from "@window/domain/subject-erased.ts";
import { MINUTE } from "@window/domain/instant.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { freshApplication, freshCase } from "../kit/fresh.ts";

export interface VaultHarness {
  readonly vault: Vault;
  /** Another process: the same keys, nothing remembered. */
  readonly elsewhere: () => Promise<Vault>;
  /** One that runs at the same time and remembers what it has opened; where there is one process, that one. */
  readonly beside: () => Promise<Vault>;
  /** Moves the wire clock of every process. */
  readonly forward: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

const texts = { name: "王小明", phone: "13800138000", note: "" };

const freshPlace = (): Place => {
  const subject = freshApplication();
  return { subject, stream: subject, version: 1 };
};

export const vaultSuite = (name: string, make: () => Promise<VaultHarness>): void => {
  describe(`vault: ${name}`, () => {
    let vault: Vault;
    let harness: VaultHarness;
    before(async () => {
      harness = await make();
      vault = harness.vault;
    });
    after(() => harness.close());

    test("what was sealed opens again, here and in another process, and is never the text itself", async () => {
      const place = freshPlace();
      const sealed = await vault.seal(place, texts);
      for (const value of Object.values(sealed)) assert.equal(Sealed.parse(value), value);
      assert.ok(!JSON.stringify(sealed).includes("王小明"));
      assert.deepEqual(await vault.open(place, sealed), texts);
      assert.deepEqual(await (await harness.elsewhere()).open(place, sealed), texts);
    });

    test("the same text sealed twice has two ciphertexts", async () => {
      const place = freshPlace();
      const [one, two] = [await vault.seal(place, texts), await vault.seal(place, texts)];
      assert.notEqual(one.name, two.name);
      assert.deepEqual(await vault.open(place, { ...one, name: two.name }), texts);
    });

    test("a value that is moved to another field, stream or subject does not open", async () => {
      const place = freshPlace();
      const sealed = await vault.seal(place, texts);
      await assert.rejects(vault.open(place, { phone: sealed.name }));
      await assert.rejects(vault.open({ ...place, stream: freshCase() }, sealed));
      const other = freshPlace();
      await vault.seal(other, texts);
      await assert.rejects(vault.open(other, sealed));
      await assert.rejects(vault.open({ ...place, subject: other.subject }, sealed));
    });

    test("a value of which one character was changed does not open", async () => {
      const place = freshPlace();
      const { name: sealed } = await vault.seal(place, { name: texts.name });
      for (const at of [4, 20, sealed.length - 2]) {
        const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
        await assert.rejects(vault.open(place, { name: Sealed.parse(changed) }));
      }
    });

    test("a subject that sealed nothing has nothing to open", async () => {
      const sealed = await vault.seal(freshPlace(), texts);
      await assert.rejects(vault.open(freshPlace(), sealed));
    });

    test("several first sealings at once agree on one key", async () => {
      const place = freshPlace();
      const vaults = [vault, await harness.elsewhere(), await harness.elsewhere()];
      const sealed = await Promise.all([...vaults, ...vaults].map((each) => each.seal(place, texts)));
      for (const each of [...vaults, await harness.elsewhere()]) {
        for (const values of sealed) assert.deepEqual(await each.open(place, values), texts);
      }
    });

    test("an erased subject is erased for good, and its neighbours are not", async () => {
      const [place, neighbour] = [freshPlace(), freshPlace()];
      const sealed = await vault.seal(place, texts);
      const kept = await vault.seal(neighbour, texts);
      await vault.erase(place.subject);
      const elsewhere = await harness.elsewhere();
      for (const each of [vault, elsewhere]) {
        assert.equal(await each.open(place, sealed), "erased");
        await assert.rejects(each.seal(place, texts), SubjectErased);
        assert.deepEqual(await each.open(neighbour, kept), texts);
      }
      await vault.erase(place.subject);
      assert.equal(await vault.open(place, sealed), "erased");
    });

    test("within five minutes it is erased in every process, also in one that had just opened it", async () => {
      const place = freshPlace();
      const sealed = await vault.seal(place, texts);
      const beside = await harness.beside();
      assert.deepEqual(await beside.open(place, sealed), texts);
      await vault.erase(place.subject);
      await assert.rejects(beside.seal(place, texts), SubjectErased);
      harness.forward(5 * MINUTE);
      assert.equal(await beside.open(place, sealed), "erased");
    });

    test("a subject may be erased before it has sealed anything", async () => {
      const place = freshPlace();
      await vault.erase(place.subject);
      await assert.rejects(vault.seal(place, texts), SubjectErased);
    });
  });
};
