import { Problem } from "@window/contract/problem.ts";
import { ApplicationId, DocumentId } from "@window/domain/id.ts";
import type { ObjectKey, UploadForm } from "@window/domain/port/objects.ts";
import { openDataFolder } from "@window/local/data-folder.ts";
import { openObjects, type LocalObjects } from "@window/local/objects.ts";
import { uploadEndpoint } from "@window/local/upload-endpoint.ts";
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { standingClock } from "./runner/workshop.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const key: ObjectKey = {
  application: ApplicationId.parse("app_upload"),
  document: DocumentId.parse("doc_lease"),
};
const URL_ = "http://localhost:3000/uploads";

interface Bench {
  readonly objects: LocalObjects;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly form: UploadForm;
  readonly clock: ReturnType<typeof standingClock>;
}

const openBench = async (context: TestContext): Promise<Bench> => {
  const folder = openDataFolder(temporaryFolder(context));
  const clock = standingClock();
  const objects = openObjects(folder, {
    clocks: { legal: clock, wire: clock },
    url: URL_,
    onUploaded: async () => undefined,
    report: ({ error }) => assert.fail(String(error)),
  });
  context.after(async () => {
    await objects.uploads.stop();
    folder.close();
  });
  const form = await objects.presign(key, { type: "application/pdf", maxBytes: 100, seconds: 60 });
  return { objects, fetch: uploadEndpoint(objects, (_, fault) => assert.fail(String(fault))), form, clock };
};

type Part = readonly [name: string, value: string | Blob];

const fieldsOf = (form: UploadForm): readonly Part[] => Object.entries(form.fields);
const file: Part = ["file", new Blob(["%PDF-1.7"])];

const multipart = (parts: readonly Part[]): Request => {
  const body = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === "string") body.append(name, value);
    else body.append(name, value, "lease.pdf");
  }
  return new Request(URL_, { method: "POST", body });
};

const problemOf = async (response: Response): Promise<string> => {
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const problem = Problem.parse(await response.json());
  assert.equal(problem.status, response.status);
  return `${problem.status} ${problem.code}`;
};

test("a form as it was given is taken, and the answer names the version", async (context) => {
  const { fetch, form, objects } = await openBench(context);
  const response = await fetch(multipart([...fieldsOf(form), file]));
  assert.equal(response.status, 204);
  const version = response.headers.get("x-window-version") ?? "";
  assert.equal(Buffer.from((await objects.read(key, version)) ?? []).toString(), "%PDF-1.7");
});

test("every upload that is not as the form says is answered by a problem that names why", async (context) => {
  const { fetch, form, clock } = await openBench(context);
  const parts = fieldsOf(form);
  const without = (name: string): readonly Part[] => parts.filter(([each]) => each !== name);
  const other = (name: string, value: string): readonly Part[] => [...without(name), [name, value]];
  const blob = (length: number): Part => ["file", new Blob(["x".repeat(length)])];
  const cases: readonly (readonly [readonly Part[], string])[] = [
    [[...parts, blob(101)], "422 document-too-large"],
    [[...parts, blob(0)], "422 document-empty"],
    [[...other("key", "app_upload/doc_other"), file], "403 upload-to-another-document"],
    [[...other("key", "../../keys/root"), file], "403 upload-to-another-document"],
    [[...other("Content-Type", "text/html"), file], "403 upload-of-another-type"],
    [[...other("policy", "e30="), file], "403 upload-form-altered"],
    [[...other("x-window-signature", "0"), file], "403 upload-form-altered"],
    [[...without("policy"), file], "400 upload-malformed"],
    [[...parts, ["acl", "public-read"], file], "400 upload-malformed"],
    [[...parts, ["key", "app_upload/doc_lease"], file], "400 upload-malformed"],
    [[file, ...parts], "400 upload-malformed"],
    [[...parts, file, file], "400 upload-malformed"],
    [[...parts, ["file", "a text, no file"]], "400 upload-malformed"],
    [parts, "400 upload-malformed"],
    [Array.from({ length: 30 }, (_, index): Part => [`field-${index}`, "x"]), "400 upload-malformed"],
  ];
  for (const [sent, wanted] of cases) assert.equal(await problemOf(await fetch(multipart(sent))), wanted);
  clock.forward(60_000);
  assert.equal(await problemOf(await fetch(multipart([...parts, file]))), "403 upload-form-expired");
});

test("the fields of a form are judged before its file, which is read past where they do not ask for it", async (context) => {
  const { fetch, form, objects } = await openBench(context);
  const parts = fieldsOf(form);
  const forged: Part = ["x-window-signature", "0"];
  const large: Part = ["file", new Blob([new Uint8Array(8_000_000)])];
  const cases: readonly (readonly [readonly Part[], string])[] = [
    [[...parts, large], "422 document-too-large"],
    [[...parts.filter(([name]) => name !== forged[0]), forged, large], "403 upload-form-altered"],
    [[large], "400 upload-malformed"],
  ];
  for (const [sent, wanted] of cases) assert.equal(await problemOf(await fetch(multipart(sent))), wanted);
  const judged = objects.judgeForm(form.fields);
  assert.ok(judged.ok && judged.most === 100);
  assert.ok(!objects.judgeForm({ ...form.fields, "x-window-signature": "0" }).ok);
});

test("a body that is no form, or breaks off in the middle, is answered as malformed", async (context) => {
  const { fetch, form } = await openBench(context);
  const whole = multipart([...fieldsOf(form), file]);
  const type = whole.headers.get("content-type") ?? "";
  const half = (await whole.arrayBuffer()).slice(0, 700);
  const bodies: readonly (readonly [string, ArrayBuffer | string | null])[] = [
    [type, half],
    [type, null],
    [type, "no boundary anywhere"],
    ["multipart/form-data", "x"],
    ["application/json", "{}"],
    ["multipart/form-data; boundary=", "x"],
    ["multipart/form-data; no-boundary=x", "x"],
  ];
  for (const [contentType, body] of bodies) {
    const request = new Request(URL_, { method: "POST", body, headers: { "content-type": contentType } });
    assert.equal(await problemOf(await fetch(request)), "400 upload-malformed");
  }
});

test("a link shows its version until it expires, so that no browser runs it", async (context) => {
  const { fetch, form, objects, clock } = await openBench(context);
  const version = (await fetch(multipart([...fieldsOf(form), file]))).headers.get("x-window-version") ?? "";
  const link = await objects.link(key, version, 60);
  const response = await fetch(new Request(link));
  assert.equal(await response.text(), "%PDF-1.7");
  assert.equal(response.headers.get("content-type"), "application/pdf");
  assert.equal(response.headers.get("content-disposition"), "attachment");
  assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  assert.match(response.headers.get("content-security-policy") ?? "", /sandbox/);
  clock.forward(60_000);
  assert.equal(await problemOf(await fetch(new Request(link))), "404 no-such-page");
});

test("what no link of ours is, and any other method, is refused", async (context) => {
  const { fetch, objects } = await openBench(context);
  const link = await objects.link(key, "none", 60);
  for (const url of [URL_, `${URL_}/x`, `${URL_}/a.b.c`, `${link}x`, link])
    assert.equal(await problemOf(await fetch(new Request(url))), "404 no-such-page");
  const put = new Request(URL_, { method: "PUT", body: "x" });
  assert.equal(await problemOf(await fetch(put)), "405 method-not-allowed");
});
