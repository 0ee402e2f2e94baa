import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleOf } from "@window/contract/examples.ts";
import { nouns } from "@window/contract/nouns.ts";
import { everyOperation } from "@window/contract/operations.ts";
import { problems } from "@window/contract/problems.ts";
import { NothingPublished } from "@window/domain/port/nothing-published.ts";
import { seed } from "@window/catalogue/seed.ts";
import { opened } from "./opened.ts";

const pages = [
  "/",
  "/zh",
  "/en",
  "/zh/progress",
  "/en/progress",
  "/zh/verify",
  "/en/verify",
  "/zh/reference",
  "/en/reference",
  "/en/reference/draftApplication",
  "/problems/busy",
];
const read = async (path: string): Promise<string> =>
  (await (await opened().request(path)).text()).replaceAll("&#39;", "'");

test("the start page is Chinese first, and English where the address says so", async () => {
  assert.match(await read("/"), /<html lang="zh-Hans-CN">/);
  assert.equal(await read("/"), await read("/zh"));
  assert.match(await read("/en"), /<html lang="en">/);
});

test("the start page names items, kinds, limits and every window in both languages", async () => {
  const [zh, en] = [await read("/zh"), await read("/en")];
  for (const { name, summary } of seed.items) {
    assert.ok(zh.includes(name.zh) && zh.includes(summary.zh));
    assert.ok(en.includes(name.en) && en.includes(summary.en));
  }
  for (const { name } of seed.windows) assert.ok(zh.includes(name.zh) && en.includes(name.en));
  assert.equal(seed.windows.length, 6);
  assert.match(zh, /办理类型：代办/);
  assert.match(en, /Kind: agency/);
});

test("a promised limit without a published source is marked as an example", async () => {
  assert.match(await read("/zh"), /个工作日 <span class="mark">示例<\/span>/);
  assert.match(await read("/en"), /working days <span class="mark">example<\/span>/);
});

test("an English page holds Chinese words only where it says that they are Chinese", async () => {
  for (const path of ["/en", "/en/progress", "/en/verify"]) {
    const others = (await read(path)).replaceAll(/<(a|span) [^>]*lang="zh-Hans-CN"[^>]*>[^<]*<\/\1>/g, "");
    assert.doesNotMatch(others, /\p{Script=Han}/u, path);
  }
});

test("every problem has a page with cause and remedy in both languages", async () => {
  for (const [code, { cause, remedy }] of Object.entries(problems)) {
    const answer = await opened().request(`/problems/${code}`);
    const shown = (await answer.text()).replaceAll("&#39;", "'").replaceAll("&quot;", '"');
    assert.equal(answer.status, 200, code);
    for (const text of [cause.zh, cause.en, remedy.zh, remedy.en]) assert.ok(shown.includes(text), text);
  }
});

test("every operation has a page in both languages with what is sent, answered and can go wrong", async () => {
  for (const [id, { path, summary, problems: own }] of everyOperation)
    for (const language of ["zh", "en"] as const) {
      const html = (await read(`/${language}/reference/${id}`)).replaceAll("&#39;", "'");
      assert.ok(html.includes(summary[language]) && html.includes(path), id);
      for (const code of own) assert.ok(html.includes(`href="/problems/${code}"`), `${id} ${code}`);
      const { answer } = exampleOf(id);
      if (answer.body !== null) assert.ok(html.includes("<details"), `${id} shows an example`);
    }
  assert.match(
    await read("/en/reference/draftApplication"),
    /monthly-rent[^]*idempotency-key|idempotency-key[^]*monthly-rent/,
  );
});

test("the reference goes by what operations are about, in words", async () => {
  const [zh, en] = [await read("/zh/reference"), await read("/en/reference")];
  for (const [noun, name] of Object.entries(nouns)) {
    assert.ok(zh.includes(`<h2>${name.zh}</h2>`), noun);
    assert.ok(en.includes(`<h2>${name.en}</h2>`), noun);
  }
});

test("the page of a problem leads to the operations that answer it", async () => {
  assert.match(await read("/problems/changed-meanwhile"), /href="\/en\/reference\/reviseApplication"/);
  assert.doesNotMatch(await read("/problems/changed-meanwhile"), /reference\/listItems/);
});

test("an unknown problem or address gets a page that leads back to the start", async () => {
  for (const path of ["/problems/nothing", "/problems/toString", "/nowhere", "/en/nowhere"]) {
    const answer = await opened().request(path);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), path.startsWith("/en") ? /There is no such page/ : /没有这个页面/);
  }
});

test("until the first import has ended a page says so, and when to ask again", async () => {
  const current = async () => {
    throw new NothingPublished();
  };
  const told: string[] = [];
  const portal = opened({ catalogue: { current }, failed: (incident) => told.push(incident) });
  const answer = await portal.request("/en");
  assert.deepEqual([answer.status, answer.headers.get("retry-after")], [503, "60"]);
  assert.match(await answer.text(), /is not open yet/);
  assert.deepEqual(told, []);
});

test("no page runs a script, has a style of its own or asks another host for anything", async () => {
  for (const path of [...pages, "/problems/busy"]) {
    const answer = await opened().request(path);
    const html = await answer.text();
    assert.doesNotMatch(
      html,
      /<script|<style|\sstyle=|\son[a-z]+=|((src|action)|<link[^>]*href)="(https?:)?\/\//,
      path,
    );
    const policy = answer.headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'none'", "style-src 'self'", "form-action 'self'", "base-uri 'none'"])
      assert.ok(policy.includes(rule), rule);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
    assert.equal(answer.headers.get("cache-control"), "no-store");
  }
});

test("every link within the pages leads to a page or to the API", async () => {
  const api = /^\/(openapi\.json|keys|results\/revocations|items\/item_[a-z-]+)$/;
  for (const path of pages) {
    const links = (await read(path)).matchAll(/(?:href|action)="(\/[^"]*)"/g);
    for (const [, to = ""] of links)
      assert.ok(api.test(to) || (await opened().request(to)).status === 200, `${path} links to ${to}`);
  }
});

test("the style sheet is sent as one and asks for nothing else", async () => {
  const answer = await opened().request("/portal.css");
  assert.match(answer.headers.get("content-type") ?? "", /^text\/css/);
  assert.doesNotMatch(await answer.text(), /url\(|@import/);
  const kept = { "if-none-match": answer.headers.get("etag") ?? "" };
  assert.equal((await opened().request("/portal.css", { headers: kept })).status, 304);
});

test("demonstration people are shown with a line for curl, and nowhere without being asked for", async () => {
  assert.doesNotMatch(await read("/zh"), /演示人物|curl/);
  const demonstration = {
    people: [
      {
        id: "li-jing",
        name: { zh: "李静", en: "Li Jing" },
        role: "applicant",
        description: { zh: "工程师", en: "engineer" },
      },
    ],
    tokenEndpoint: "http://localhost:3000/oidc/token",
    grantType: "urn:example:grant",
    clientId: "anybody",
    letters: () => [],
  } as const;
  const html = await (await opened({ demonstration }).request("/zh")).text();
  assert.match(html, /李静/);
  assert.ok(
    html.includes(
      "curl -s http://localhost:3000/oidc/token -d grant_type=urn:example:grant -d client_id=anybody -d person=li-jing",
    ),
  );
});

const demonstration = {
  people: [],
  tokenEndpoint: "http://localhost/login/token",
  grantType: "grant",
  clientId: "client",
  letters: () => [
    {
      id: "ntc_a-accepted",
      at: "2026-11-24T01:00:00.000Z",
      channel: "email" as const,
      to: "m***@example.com",
      subject: "<img src=x onerror=alert(1)>",
      text: "您的办件已受理。\n\nYour case is accepted. <script>alert(1)</script>",
    },
  ],
};

test("the mailbox of a demonstration shows what was sent as text, masked and marked as an example", async () => {
  for (const [language, mark] of [
    ["zh", "示例"],
    ["en", "example"],
  ]) {
    const html = await (await opened({ demonstration }).request(`/${language}/mailbox`)).text();
    assert.doesNotMatch(html, /<script|<img/);
    for (const part of ["m***@example.com", "&lt;img", "您的办件已受理。", "Your case is accepted."])
      assert.ok(html.includes(part), part);
    assert.ok(html.includes(`<span class="mark">${mark}</span>`));
    assert.match(await (await opened({ demonstration }).request(`/${language}`)).text(), /\/mailbox"/);
  }
});

test("where people are told in earnest there is no mailbox to look into", async () => {
  assert.equal((await opened().request("/zh/mailbox")).status, 404);
  assert.doesNotMatch(await read("/zh"), /mailbox/);
});
