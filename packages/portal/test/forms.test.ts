import assert from "node:assert/strict";
import { test } from "node:test";
import { Progress } from "@window/contract/wire/case.ts";
import { Verification } from "@window/contract/wire/result.ts";
import { form, opened } from "./opened.ts";

const running = Progress.parse({
  number: "4F7K-9Q2M-X8TD",
  itemName: { zh: "人才<住房>", en: "Housing <b>for</b> talent" },
  window: "win_haikou",
  phase: "running",
  receivedAt: "2026-11-23T16:30:00.000Z",
  kind: "agency",
  because: { zh: "须经两个部门审核。", en: "Two departments review it." },
  competent: "win_haikou",
  promised: {
    due: "2027-01-04T16:00:00.000Z",
    lastDay: "2027-01-04",
    provisional: true,
    example: true,
    calendar: "cn-2027",
  },
  overdueAt: null,
  delay: null,
  turn: {
    of: "departments",
    departments: [{ id: "dept_talent-office", name: { zh: "人才部门", en: "Talent office" } }],
  },
  decision: null,
  together: [],
});

const claims = {
  iss: "http://localhost:3000",
  jti: "res_01jd8z6m3q4v5w6x7y8z9a0b1c",
  iat: 1_795_000_000,
  num: "4F7K-9Q2M-X8TD",
  itm: "item_rent-subsidy",
  dec: "granted",
  dep: "dept_housing-office",
  nam: "李*",
};

const genuine = Verification.parse({ verdict: "genuine", claims });
const revoked = Verification.parse({
  verdict: "revoked",
  claims,
  revoked: { at: "2026-12-01T02:00:00.000Z", reason: "issued-in-error" },
});

const pair = { number: "4F7K-9Q2M-X8TD", queryCode: "ABCD2345" };

test("number and query code show how far the case is, in the time of the window", async () => {
  const portal = opened({ progress: async () => running });
  const zh = await (await portal.request("/zh/progress", form(pair))).text();
  for (const text of [
    "4F7K-9Q2M-X8TD",
    "2026年11月24日",
    "00:30",
    "2027年1月4日",
    "预计",
    "示例",
    "人才部门",
  ])
    assert.ok(zh.includes(text), text);
  const en = await (await portal.request("/en/progress", form(pair))).text();
  for (const text of ["24 November 2026", "4 January 2027", "expected", "example", "Talent office"])
    assert.ok(en.includes(text), text);
});

test("an application for several items shows how each of them stands, and a certificate of several names them all", async () => {
  const itemName = { zh: "人才引进落户证明", en: "Proof for settling" };
  const together = [
    { number: running.number, itemName: running.itemName, standing: "running" as const },
    { number: running.number, itemName, standing: "waiting" as const },
  ];
  const progress = { ...running, turn: { of: "earlier-case" as const }, together };
  const shown = await (
    await opened({ progress: async () => progress }).request("/en/progress", form(pair))
  ).text();
  for (const text of [
    "Applied for together",
    "Proof for settling: waits for an earlier item",
    "it begins when",
  ])
    assert.ok(shown.includes(text), text);
  const other = { num: "0000-0000-0000", itm: "item_settlement-proof", dep: "win_haikou" };
  const several = Verification.parse({ verdict: "genuine", claims: { ...claims, also: [other] } });
  const portal = opened({ verify: async () => several });
  const verdict = await (await portal.request("/en/verify", form({ certificate: "x.y.z" }))).text();
  for (const text of ["Granted with it", "0000-0000-0000"]) assert.ok(verdict.includes(text), text);
});

test("what comes from elsewhere is shown as text, never as markup", async () => {
  const portal = opened({ progress: async () => running });
  const html = await (await portal.request("/en/progress", form(pair))).text();
  assert.ok(html.includes("Housing &lt;b&gt;for&lt;/b&gt; talent"));
  const typed = await opened().request("/en/progress", form({ ...pair, number: `"><b>x` }));
  assert.ok((await typed.text()).includes('value="&quot;&gt;&lt;b&gt;x"'));
});

test("a pair that does not fit gets one sentence that says what to do, and the code is not shown again", async () => {
  const answer = await opened().request("/zh/progress", form(pair));
  const html = await answer.text();
  assert.equal(answer.status, 404);
  assert.match(html, /没有这个办件，或查询码不符。/);
  assert.match(html, /请核对编号和查询码。/);
  assert.match(html, /value="4F7K-9Q2M-X8TD"/);
  assert.doesNotMatch(html, /ABCD2345/);
});

test("a field left empty is named beside it", async () => {
  const answer = await opened().request("/en/progress", form({ number: " ", queryCode: "" }));
  const html = await answer.text();
  assert.equal(answer.status, 400);
  assert.match(html, /id="number-wrong">Enter the case number\./);
  assert.match(html, /aria-describedby="query-code-hint query-code-wrong" aria-invalid="true"/);
});

test("what can be no number is told nothing more than a wrong one, and nobody is asked", async () => {
  const portal = opened({ progress: () => Promise.reject(new Error("asked")) });
  for (const number of ["7".repeat(10_000), "人".repeat(10_000), "4F7K\u0000", "a\u001bb", "%00%0d%0a\u0007"])
    for (const fields of [
      { ...pair, number },
      { ...pair, queryCode: number },
    ])
      assert.equal((await portal.request("/zh/progress", form(fields))).status, 404);
});

test("a certificate in force is shown with what it says", async () => {
  const asked: string[] = [];
  const portal = opened({
    verify: async (certificate) => {
      asked.push(certificate);
      return genuine;
    },
  });
  const html = await (
    await portal.request("/zh/verify", form({ certificate: " eyJh\r\n bGci.eyJ\tp.c2ln\n" }))
  ).text();
  assert.deepEqual(asked, ["eyJhbGci.eyJp.c2ln"]);
  for (const text of ["真实，现行有效", "人才住房租赁补贴", "住建部门", "李*", claims.jti, claims.num])
    assert.ok(html.includes(text), text);
});

test("a revoked certificate is shown as revoked, with day and reason", async () => {
  const portal = opened({ verify: async () => revoked });
  const html = await (await portal.request("/en/verify", form({ certificate: "eyJ" }))).text();
  for (const text of ["Revoked: no longer in force", "1 December 2026", "it was issued in error"])
    assert.ok(html.includes(text), text);
  assert.doesNotMatch(html, /Genuine/);
});

test("what is no certificate of this window is said to be none", async () => {
  const html = await (await opened().request("/zh/verify", form({ certificate: "eyJ.x.y" }))).text();
  assert.match(html, /无效：不是本窗口出具的证照/);
});

test("a certificate that is empty, too long or full of control characters gets a clear page", async () => {
  const portal = opened({ verify: () => Promise.reject(new Error("asked")) });
  const empty = await portal.request("/zh/verify", form({ certificate: " \n " }));
  assert.equal(empty.status, 400);
  assert.match(await empty.text(), /请粘贴证照内容。/);
  for (const certificate of ["e".repeat(10_000), "eyJ\u0000\u0007"]) {
    const answer = await portal.request("/zh/verify", form({ certificate }));
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /无效/);
  }
});

test("what is no form of ours gets a page that says so", async () => {
  for (const path of ["/zh/progress", "/en/verify"]) {
    for (const type of ["application/json", "multipart/form-data; boundary=x", "text/plain", ""]) {
      const answer = await opened().request(path, {
        method: "POST",
        headers: { "content-type": type },
        body: "{}",
      });
      assert.equal(answer.status, 415);
      assert.match(await answer.text(), /这不是本页的表单|This is not the form of this page/);
    }
    const bare = await opened().request(path, { method: "POST" });
    assert.equal(bare.status, 415);
  }
});

test("a form of broken bytes or broken escapes is read as far as it can be", async () => {
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=gbk" };
  for (const body of [new Uint8Array([0xff, 0xfe, 0x00]), "number=%ff%zz&queryCode=%", "&&&===", ""]) {
    const answer = await opened().request("/zh/progress", { method: "POST", headers, body });
    assert.ok([400, 404].includes(answer.status));
  }
});

test("more than 256 KB is refused before it is read", async () => {
  const answer = await opened().request("/en/verify", form({ certificate: "e".repeat(300_000) }));
  assert.equal(answer.status, 413);
  assert.match(await answer.text(), /That is too much text/);
});

test("a fault of ours shows a number that the log has too, and nothing of the fault", async () => {
  const told: string[] = [];
  const portal = opened({
    progress: () => Promise.reject(new Error("secret cause")),
    failed: (incident, fault) => told.push(incident, fault.message),
  });
  const answer = await portal.request("/en/progress", form(pair));
  const html = await answer.text();
  const [incident = "none"] = told;
  assert.equal(answer.status, 500);
  assert.ok(html.includes(incident));
  assert.doesNotMatch(html, /secret cause/);
  assert.deepEqual(told.slice(1), ["secret cause"]);
});
