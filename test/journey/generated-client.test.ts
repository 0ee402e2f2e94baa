/** The client that outsiders get, generated and compiled, on a live window: `npm run client` makes the same. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { generate } from "../../packages/client/generate/generate.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { draftBody } from "./applying.ts";
import { type LocalTestedWindow, openLocalWindow } from "./local-window.ts";

type Act = (sent?: object) => Promise<unknown>;

const Built = z.object({
  openWindow: z.custom<(options: object) => Readonly<Record<string, Act>>>(
    (value) => typeof value === "function",
  ),
  Refused: z.custom<new () => Error>((value) => typeof value === "function"),
});

const folder = temporaryFolder();
let window: LocalTestedWindow;
let built: z.infer<typeof Built>;
before(async () => {
  generate(folder.path);
  built = Built.parse(await import(pathToFileURL(join(folder.path, "index.js")).href));
  window = await openLocalWindow();
});
after(async () => {
  await window.close();
  folder.remove();
});

const Changed = z.object({ application: z.string(), seq: z.int(), phase: z.string() });

test("somebody with nothing but the generated client drafts, corrects, lists and withdraws", async () => {
  const token = await window.tokenFor("maria-santos");
  const { draftApplication, reviseApplication, listApplications, withdrawApplication, listItems } =
    built.openWindow({
      origin: window.origin,
      token,
    });
  assert.ok(draftApplication && reviseApplication && listApplications && withdrawApplication && listItems);
  assert.ok(z.object({ items: z.array(z.unknown()).min(1) }).parse(await listItems()));
  const key = "drafted-once";
  const drafted = Changed.parse(await draftApplication({ body: draftBody, key }));
  assert.deepEqual(Changed.parse(await draftApplication({ body: draftBody, key })), drafted);
  const params = { application: drafted.application };
  const revised = {
    params,
    headers: { "if-match": `"${drafted.seq}"` },
    body: { answers: draftBody.answers },
  };
  assert.equal(Changed.parse(await reviseApplication(revised)).seq, drafted.seq + 1);
  assert.equal(Changed.parse(await withdrawApplication({ params })).phase, "withdrawn");
  await listApplications({ query: { limit: 5, phase: "withdrawn" } });
});

test("a refusal is thrown with its problem, whose code a program goes by", async () => {
  const { readApplication } = built.openWindow({ origin: window.origin });
  assert.ok(readApplication);
  await assert.rejects(readApplication({ params: { application: "../x" } }), (fault) => {
    assert.ok(fault instanceof built.Refused);
    assert.match(fault.message, /401 token-missing$/);
    return true;
  });
});
