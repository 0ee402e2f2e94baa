import type { ObjectKey, Objects, UploadForm } from "@window/domain/port/objects.ts";
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { eventually } from "../kit/eventually.ts";
import { freshApplication, freshDocument } from "../kit/fresh.ts";
import { postForm } from "../kit/post-form.ts";

export interface ObjectsHarness {
  readonly objects: Objects;
  /** The versions of a document that the inspector was told of, oldest first. */
  readonly told: (key: ObjectKey) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const TYPE = "application/pdf";
const MOST = 20_000;

const freshKey = (): ObjectKey => ({ application: freshApplication(), document: freshDocument() });
const bytesOf = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));
const isRefused = (status: number): boolean => status >= 400 && status < 500;
const isTaken = (status: number): boolean => status >= 200 && status < 300;

/** The same form with one field as the sender would like it. */
const withField = (form: UploadForm, like: RegExp, value: string): UploadForm => {
  const fields: Record<string, string> = { ...form.fields };
  for (const name of Object.keys(fields).filter((each) => like.test(each))) fields[name] = value;
  return { ...form, fields };
};

const fieldOf = (form: UploadForm, like: RegExp): string =>
  Object.entries(form.fields).find(([name]) => like.test(name))?.[1] ?? "";

/** What several tests do with the harness that is open by then. */
const toolsOf = (harness: () => ObjectsHarness) => {
  const formOf = (key: ObjectKey, seconds = 300) =>
    harness().objects.presign(key, { type: TYPE, maxBytes: MOST, seconds });
  const told = (key: ObjectKey, count: number): Promise<readonly string[]> =>
    eventually(
      () => harness().told(key),
      (versions) => versions.length >= count,
    );
  const upload = async (key: ObjectKey, bytes: Uint8Array<ArrayBuffer>, before = 0): Promise<string> => {
    assert.ok(isTaken(await postForm(await formOf(key), bytes)));
    return (await told(key, before + 1)).at(-1) ?? "";
  };
  const assertRefused = async (key: ObjectKey, form: UploadForm, bytes = bytesOf(100)): Promise<void> => {
    const status = await postForm(form, bytes);
    assert.ok(isRefused(status), `answered ${String(status)}`);
    assert.deepEqual(await harness().told(key), []);
  };
  return { formOf, upload, assertRefused };
};

const erasing = (harness: () => ObjectsHarness): void => {
  const objects = (): Objects => harness().objects;
  const { upload } = toolsOf(harness);

  test("erasing removes every version of every document of the application, and nothing else", async () => {
    const application = freshApplication();
    const keys = [freshDocument(), freshDocument()].map((document) => ({ application, document }));
    const neighbour = freshKey();
    const kept = await upload(neighbour, bytesOf(10));
    const versions = [];
    for (const key of keys) {
      versions.push({ key, version: await upload(key, bytesOf(10)) });
      versions.push({ key, version: await upload(key, bytesOf(10), 1) });
    }
    await objects().erase(application);
    for (const { key, version } of versions) assert.equal(await objects().read(key, version), undefined);
    assert.equal((await objects().read(neighbour, kept))?.length, 10);
    await objects().erase(application);
  });

  test("a copy is an upload of its own: it stays when its source is erased", async () => {
    const [from, to] = [freshKey(), freshKey()];
    const bytes = bytesOf(50);
    const version = await upload(from, bytes);
    await upload(from, bytesOf(60), 1);
    assert.equal(await objects().copy(from, version, to), "copied");
    const [copy] = await eventually(
      () => harness().told(to),
      (versions) => versions.length > 0,
    );
    await objects().erase(from.application);
    assert.deepEqual(Buffer.from((await objects().read(to, copy ?? "")) ?? []), Buffer.from(bytes));
    assert.equal(await objects().copy(from, version, to), "gone");
    assert.equal(await objects().copy(freshKey(), version, to), "gone");
  });

  test("erasing one document leaves the others of its application", async () => {
    const application = freshApplication();
    const [gone, kept] = [freshDocument(), freshDocument()].map((document) => ({ application, document }));
    assert.ok(gone && kept);
    const versions = [await upload(gone, bytesOf(10)), await upload(gone, bytesOf(20), 1)];
    const other = await upload(kept, bytesOf(30));
    for (const _ of ["once", "again"]) {
      await objects().erase(application, gone.document);
      for (const version of versions) assert.equal(await objects().read(gone, version), undefined);
      assert.equal((await objects().read(kept, other))?.length, 30);
    }
  });

  test("erasing one version leaves the others of its document, and what is gone stays gone", async () => {
    const key = freshKey();
    const [one, two] = [await upload(key, bytesOf(10)), await upload(key, bytesOf(20), 1)];
    for (const _ of ["once", "again"]) {
      await objects().eraseVersion(key, two);
      assert.equal(await objects().read(key, two), undefined);
      assert.equal((await objects().read(key, one))?.length, 10);
    }
    await objects().eraseVersion(freshKey(), one);
    assert.equal((await objects().read(key, one))?.length, 10);
  });
};

/** What an emulator does not do: those tests are shown as skipped there, never passed. */
export type Lacks = readonly ("checks-signature-of-forms" | "serves-as-attachment")[];

export const objectsSuite = (name: string, make: () => Promise<ObjectsHarness>, lacks: Lacks = []): void => {
  describe(`objects: ${name}`, () => {
    let objects: Objects;
    let harness: ObjectsHarness;
    before(async () => {
      harness = await make();
      objects = harness.objects;
    });
    after(() => harness.close());

    const { formOf, upload, assertRefused } = toolsOf(() => harness);

    test("an upload becomes a version that the inspector is told of and that reads as it was sent", async () => {
      const key = freshKey();
      const bytes = bytesOf(1234);
      const version = await upload(key, bytes);
      assert.match(version, /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}$/);
      assert.deepEqual(Buffer.from((await objects.read(key, version)) ?? []), Buffer.from(bytes));
    });

    test("a form takes one byte and as many as it says", async () => {
      for (const length of [1, MOST]) {
        const key = freshKey();
        const version = await upload(key, bytesOf(length));
        assert.equal((await objects.read(key, version))?.length, length);
      }
    });

    test("a second upload is another version, and each reads as itself", async () => {
      const key = freshKey();
      const [first, second] = [bytesOf(10), bytesOf(20)];
      const one = await upload(key, first);
      const two = await upload(key, second, 1);
      assert.notEqual(one, two);
      assert.deepEqual(Buffer.from((await objects.read(key, one)) ?? []), Buffer.from(first));
      assert.deepEqual(Buffer.from((await objects.read(key, two)) ?? []), Buffer.from(second));
    });

    test("a version that is not there, of this or another document, reads as nothing", async () => {
      const key = freshKey();
      const version = await upload(key, bytesOf(10));
      assert.equal(await objects.read(freshKey(), version), undefined);
      assert.equal(await objects.read({ ...key, document: freshDocument() }, version), undefined);
      assert.equal(await objects.read(key, `${version.slice(0, -4)}0000`), undefined);
    });

    test("a file that is empty or larger than the form says is refused", async () => {
      const key = freshKey();
      await assertRefused(key, await formOf(key), bytesOf(0));
      await assertRefused(key, await formOf(key), bytesOf(MOST + 1));
    });

    test("a form cannot be used for another document", async () => {
      const [own, foreign] = [freshKey(), freshKey()];
      const form = await formOf(own);
      const key = fieldOf(await formOf(foreign), /^key$/i);
      assert.notEqual(key, "");
      await assertRefused(foreign, withField(form, /^key$/i, key));
      await assertRefused(own, withField(form, /^key$/i, `${fieldOf(form, /^key$/i)}x`));
    });

    test("a form cannot be used for another type", async () => {
      const key = freshKey();
      await assertRefused(key, withField(await formOf(key), /^content-type$/i, "text/html"));
    });

    test(
      "a form whose policy or signature was altered is refused",
      { skip: lacks.includes("checks-signature-of-forms") },
      async () => {
        const key = freshKey();
        const form = await formOf(key);
        const policy = fieldOf(form, /^policy$/i);
        const wider = Buffer.from(policy, "base64")
          .toString("utf8")
          .replace(String(MOST), String(MOST * 10));
        const altered = Buffer.from(wider).toString("base64");
        assert.notEqual(altered, policy);
        await assertRefused(key, withField(form, /^policy$/i, altered));
        await assertRefused(key, withField(form, /signature$/i, "0".repeat(64)));
      },
    );

    test("a form expires", async () => {
      const form = await formOf(freshKey(), 1);
      const status = await eventually(() => postForm(form, bytesOf(10)), isRefused);
      assert.ok(isRefused(status), `answered ${String(status)}`);
    });

    test(
      "a link gives exactly its version, as an attachment, also when there is a newer one",
      { skip: lacks.includes("serves-as-attachment") },
      async () => {
        const key = freshKey();
        const bytes = bytesOf(500);
        const version = await upload(key, bytes);
        const link = await objects.link(key, version, 300);
        await upload(key, bytesOf(20), 1);
        const response = await fetch(link);
        assert.equal(response.status, 200);
        assert.match(response.headers.get("content-disposition") ?? "", /^attachment/);
        assert.deepEqual(Buffer.from(await response.arrayBuffer()), Buffer.from(bytes));
      },
    );

    test("a link that was altered, has expired or shows what is not there gives nothing", async () => {
      const key = freshKey();
      const version = await upload(key, bytesOf(500));
      const statusOf = async (link: string): Promise<number> => {
        const response = await fetch(link);
        await response.arrayBuffer();
        return response.status;
      };
      const link = await objects.link(key, version, 300);
      const other = link.replace(/.(?=.{4}$)/, (known) => (known === "a" ? "b" : "a"));
      assert.ok(isRefused(await statusOf(other)));
      const absent = await objects.link({ ...key, document: freshDocument() }, version, 300);
      assert.ok(isRefused(await statusOf(absent)));
      const short = await objects.link(key, version, 1);
      assert.ok(isRefused(await eventually(() => statusOf(short), isRefused)));
    });

    erasing(() => harness);
  });
};
