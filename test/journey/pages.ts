/** What somebody finds with a browser and without login, over HTTP alone: the same pages in both runtimes. */
import { readResult } from "@window/contract/operations/results.ts";
import { problems } from "@window/contract/problems.ts";
import assert from "node:assert/strict";
import { crawl } from "../kit/crawl.ts";
import { applied, granted, visitorOf } from "./applying.ts";
import { problemOf } from "./client.ts";
import type { Stories } from "./journeys.ts";
import type { TestedWindow } from "./tested-window.ts";

/** Every page as it goes out, with the style sheet. */
const SECURITY = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; img-src 'self'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

const securityOf = ({ headers }: Response) =>
  Object.fromEntries(Object.keys(SECURITY).map((name) => [name, headers.get(name)]));

const page = async (response: Response, status = 200): Promise<string> => {
  const html = await response.text();
  assert.equal(response.status, status, html);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.deepEqual(securityOf(response), SECURITY);
  return html;
};

/** As a browser sends a form. */
const sent = (address: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(address, { method: "POST", body: new URLSearchParams(fields) });

const read = async ({ origin }: TestedWindow): Promise<void> => {
  const start = await page(await fetch(`${origin}/`));
  assert.equal(start, await page(await fetch(`${origin}/zh`)));
  assert.match(start, /<html lang="zh-Hans-CN">/);
  assert.match(await page(await fetch(`${origin}/en`)), /<html lang="en">/);
  const sheet = await fetch(`${origin}/portal.css`);
  assert.match(sheet.headers.get("content-type") ?? "", /^text\/css/);
  assert.deepEqual(securityOf(sheet), SECURITY);
  await sheet.arrayBuffer();
  const kept = { "if-none-match": sheet.headers.get("etag") ?? "" };
  assert.equal((await fetch(`${origin}/portal.css`, { headers: kept })).status, 304);
};

/** Everything has one address; whoever types a slash behind it is led there. */
const slashed = async ({ origin }: TestedWindow): Promise<void> => {
  for (const path of ["/zh/", "/en/", "/en/progress/", "/problems/busy/"]) {
    const { status, headers } = await fetch(origin + path, { redirect: "manual" });
    // The emulator of AWS leaves the slash out by itself; AWS does not.
    if (status !== 200) assert.deepEqual([status, headers.get("location")], [308, path.slice(0, -1)]);
    await page(await fetch(origin + path));
  }
  const elsewhere = await fetch(`${origin}//elsewhere.example/`, { redirect: "manual" });
  assert.equal(elsewhere.headers.get("location"), null);
};

/**
 * Whatever a public page leads to is there, and so is a page for every problem. A page of the reference leads to its
 * neighbours alone, and there are two for each operation.
 */
const followed = async ({ origin }: TestedWindow): Promise<void> => {
  const found = await crawl(origin, (_, on) => !/\/reference\/./.test(on));
  assert.deepEqual(
    found.filter(({ status }) => status !== 200),
    [],
  );
  const paths = found.map(({ path }) => path);
  for (const path of ["/openapi.json", "/zh/reference/draftApplication"])
    assert.ok(paths.includes(path), path);
};

const progressRead = async (window: TestedWindow): Promise<void> => {
  const { number, queryCode } = await applied(await visitorOf(window));
  const found = await page(await sent(`${window.origin}/en/progress`, { number, queryCode }));
  assert.ok(found.includes(number));
  assert.doesNotMatch(found, /Maria|Santos|L898902C3/);
  const wrong = await sent(`${window.origin}/zh/progress`, { number, queryCode: "ABCDEFGH" });
  assert.ok((await page(wrong, 404)).includes(problems["no-such-case"].cause.zh));
  await page(await sent(`${window.origin}/en/progress`, { number: "", queryCode }), 400);
};

const certificateRead = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const submitted = await applied(visitor);
  const result = await granted(window, visitor, submitted);
  const { client, token } = visitor;
  const { certificate } = await client.ask(readResult, { params: { result }, token });
  assert.ok(certificate);
  const verify = async (text: string): Promise<string> =>
    page(await sent(`${window.origin}/en/verify`, { certificate: text }));
  const genuine = await verify(certificate);
  assert.ok(genuine.includes("Genuine and in force") && genuine.includes(submitted.number));
  const other = certificate.endsWith("A") ? "B" : "A";
  assert.match(await verify(certificate.slice(0, -9) + other.repeat(9)), /Not valid/);
};

const mistyped = async ({ origin }: TestedWindow): Promise<void> => {
  assert.match(await page(await fetch(`${origin}/en/nowhere`), 404), /There is no such page/);
  assert.match(await page(await fetch(`${origin}/problems/nothing`), 404), /没有这个页面/);
  const noForm = await fetch(`${origin}/zh/progress`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  await page(noForm, 415);
  // What begins like a page and is none belongs to the API.
  assert.equal((await problemOf(await fetch(`${origin}/english`))).code, "no-such-page");
};

export const pages: Stories = {
  "the start page, in both languages, comes with one style sheet and nothing else": read,
  "whatever the public pages lead to is there, and every problem has a page": followed,
  "an address with a slash at its end leads to the page": slashed,
  "a page tells how far a case is to whoever has number and query code, and to nobody else": progressRead,
  "a page tells what a certificate is worth": certificateRead,
  "an address that no page has gets a page that leads back": mistyped,
};
