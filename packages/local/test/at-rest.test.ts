import { ApplicationId, CaseId, DocumentId } from "@window/domain/id.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import { openDataFolder, type DataFolder } from "@window/local/data-folder.ts";
import { openDocumentFiles } from "@window/local/document-files.ts";
import { openDocumentVersions } from "@window/local/document-versions.ts";
import { openEndpoints } from "@window/local/endpoints.ts";
import { openObjects, type LocalObjects } from "@window/local/objects.ts";
import { openRounds } from "@window/local/rounds.ts";
import { openVault } from "@window/local/vault.ts";
import { openViews } from "@window/local/views.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import assert from "node:assert/strict";
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as z from "zod";
import { temporaryFolder } from "./temporary-folder.ts";

const subject = ApplicationId.parse("app_at-rest");
const place = { subject, stream: subject, version: 1 } as const;

/** The files of a folder, whose bytes hold `wanted` as text in UTF-8 or UTF-16, as it is or in base64. */
const filesWith = (path: string, wanted: string): readonly string[] => {
  const needles = [
    Buffer.from(wanted),
    Buffer.from(wanted, "utf16le"),
    Buffer.from(Buffer.from(wanted).toString("base64")),
  ];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(path, name)).isFile())
    .filter((name) => {
      const bytes = readFileSync(join(path, name));
      return needles.some((needle) => bytes.includes(needle));
    });
};

const objectsOf = (folder: DataFolder): LocalObjects =>
  openObjects(folder, {
    clocks: { legal: wireClock, wire: wireClock },
    url: "http://localhost/uploads",
    onUploaded: async () => undefined,
    report: ({ error }) => assert.fail(String(error)),
  });

const upload = async (objects: LocalObjects, text: string): Promise<string> => {
  const key = { application: subject, document: DocumentId.parse("doc_lease") };
  const { fields } = await objects.presign(key, { type: "text/plain", maxBytes: 10_000, seconds: 60 });
  const accepted = await objects.acceptUpload(fields, Buffer.from(text));
  assert.ok(accepted.ok);
  return accepted.version;
};

test("no personal value, document, token or secret stands in the folder as itself", async (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  const secret = newWebhookSecret();
  const texts = { name: "欧阳明日香之子", phone: "13912345678" };
  const sealed = await openVault(folder).seal(place, texts);
  await openViews(folder).put({ view: "card", aggregate: subject, seq: 1, body: sealed });
  await upload(objectsOf(folder), "the lease of a flat in 海甸岛, signed and dated");
  await openRounds(folder).put(CaseId.parse("case_at-rest"), "stuck", "a task token of the machine");
  const endpoint = { url: "https://department.example/hooks", sending: [secret], receiving: [secret] };
  await openEndpoints(folder).configure(DepartmentId.parse("dept_one"), endpoint);

  const wanted = [
    ...Object.values(texts),
    "the lease of a flat",
    "海甸岛",
    "a task token of the machine",
    secret,
  ];
  for (const text of [...wanted, secret.slice("whsec_".length)])
    assert.deepEqual(filesWith(path, text), [], text);
  assert.notDeepEqual(filesWith(path, sealed.name), [], "the search finds what is there");
  folder.close();
  for (const text of wanted) assert.deepEqual(filesWith(path, text), [], text);
});

const Wrapped = z.object({ wrapped: z.string() });

test("an erased subject leaves neither its key nor a document behind, in no file and no log", async (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  const [vault, objects] = [openVault(folder), objectsOf(folder)];
  await vault.seal(place, { name: "王小明" });
  const version = await upload(objects, "a page");
  const { wrapped } = Wrapped.parse(
    folder.database.prepare("SELECT wrapped FROM data_key WHERE subject = ?").get(subject),
  );
  assert.notDeepEqual(filesWith(path, wrapped), []);
  await vault.erase(subject);
  await objects.erase(subject);
  await objects.uploads.settled();
  assert.deepEqual(filesWith(path, wrapped), []);
  assert.deepEqual(
    readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => name.includes(version)),
    [],
  );
  folder.close();
});

test("a file that was being written when the process died is gone with the next start", async (context) => {
  const path = temporaryFolder(context);
  const key = { application: subject, document: DocumentId.parse("doc_lease") };
  const folder = openDataFolder(path);
  const kept = await upload(objectsOf(folder), "a page");
  await openDocumentVersions(folder).expect(key, "cut-off");
  await openDocumentFiles(folder).write(key, "cut-off", Buffer.from("half of a page"));
  writeFileSync(join(path, "documents", subject, key.document, "cut-off.aside"), "a quarter of a page");
  folder.close();
  const again = openDataFolder(path);
  const objects = objectsOf(again);
  assert.deepEqual(readdirSync(join(path, "documents", subject, key.document)), [kept]);
  assert.equal(Buffer.from((await objects.read(key, kept)) ?? []).toString(), "a page");
  await objects.uploads.settled();
  again.close();
});

test("erasing and uploading at once lose no upload and keep nothing that was erased", async (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  const objects = objectsOf(folder);
  for (let round = 0; round < 30; round += 1) {
    const [, version] = await Promise.all([objects.erase(subject), upload(objects, "a page")]);
    await objects.erase(subject, DocumentId.parse("doc_lease"));
    const key = { application: subject, document: DocumentId.parse("doc_lease") };
    assert.equal(await objects.read(key, version), undefined);
  }
  await objects.uploads.settled();
  folder.close();
});

test("a document file that was moved to another name does not open", async (context) => {
  const path = temporaryFolder(context);
  const folder = openDataFolder(path);
  const objects = objectsOf(folder);
  const [one, other] = [await upload(objects, "one page"), await upload(objects, "another page")];
  const key = { application: subject, document: DocumentId.parse("doc_lease") };
  const pathOf = (version: string): string => join(path, "documents", subject, key.document, version);
  renameSync(pathOf(one), pathOf(other));
  await assert.rejects(objects.read(key, other));
  assert.equal(await objects.read(key, one), undefined);
  await objects.uploads.settled();
  folder.close();
});
