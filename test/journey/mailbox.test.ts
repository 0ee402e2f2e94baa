/** `npm start` as somebody finds it who tries it out: what people are told can be read on this machine. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startedWindow } from "../kit/started-window.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { tokenByCurl } from "../kit/token-by-curl.ts";
import { answers, applied } from "./applying.ts";
import { clientOf, sooner } from "./client.ts";
import { onCallList, toldOnce } from "./telling.ts";

const folder = temporaryFolder();
after(() => folder.remove());

test("what people are told arrives in the mailbox of the demonstration, and the gateway's reports come in", async () => {
  const window = await startedWindow({ WINDOW_DATA: folder.path, PORT: "0" });
  const client = clientOf(window.origin);
  const token = await tokenByCurl(window.output(), "maria-santos");
  const visitor = { client, token };
  const told = { mobile: "+8613800138000", email: "maria@example.com", language: "zh" };
  const byText = await applied(visitor, { ...answers, ...told });
  const byMail = await applied(visitor, { ...answers, email: "maria@example.com" });
  const unreached = await applied(visitor, { ...answers, mobile: "+8613900000001" });

  const page = (language: string) => fetch(`${window.origin}/${language}/mailbox`).then((got) => got.text());
  const html = await sooner("the letters", async () => {
    const shown = await page("zh");
    return [byText, byMail].every(({ number }) => shown.includes(number)) ? shown : undefined;
  });
  for (const part of ["+86138****8000", "m***@example.com", "【示例服务窗口】", "示例"])
    assert.ok(html.includes(part), part);
  assert.ok(!html.includes("13800138000") && !html.includes("maria@example.com"));
  const [link = ""] = /http:\/\/[^ ]+\/zh\/progress/.exec(html) ?? [];
  assert.equal((await fetch(link)).status, 200, "the page that a message names is there");

  await toldOnce(visitor, byText.case, (rows) => rows[0]?.phase === "delivered");
  await toldOnce(visitor, byMail.case, (rows) => rows[0]?.phase === "sent");
  const clerk = { client, token: await tokenByCurl(window.output(), "wang-fang") };
  const { cause } = await onCallList(clerk, unreached.case);
  assert.equal(cause, "UNDELIV");
  await window.end("SIGTERM");
});
