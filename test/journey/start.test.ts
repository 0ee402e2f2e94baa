/** `npm start` as a process: what it says, what it survives, and how it refuses. */
import { readCase } from "@window/contract/operations/cases.ts";
import { readResult } from "@window/contract/operations/results.ts";
import { readApplication } from "@window/contract/operations/applications.ts";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { failedStart, startedWindow } from "../kit/started-window.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { tokenByCurl } from "../kit/token-by-curl.ts";
import { applied } from "./applying.ts";
import { clientOf, sooner } from "./client.ts";

const folder = temporaryFolder();
after(() => folder.remove());

const data = (name: string) => ({ WINDOW_DATA: join(folder.path, name), PORT: "0", WINDOW_DEMO: "people" });

test("killed with -9 right after a submission and started again, it goes on to the same result", async () => {
  const first = await startedWindow(data("killed"));
  const token = await tokenByCurl(first.output(), "maria-santos");
  const submitted = await applied({ client: clientOf(first.origin), token });
  await first.end("SIGKILL");

  const port = new URL(first.origin).port;
  const second = await startedWindow({ ...data("killed"), PORT: port });
  const client = clientOf(second.origin);
  const own = { params: { application: submitted.application }, token };
  const result = await sooner("the result", async () => {
    const { result: issued } = await client.ask(readApplication, own);
    return issued ?? undefined;
  });
  const { certificate } = await client.ask(readResult, { params: { result }, token });
  assert.match(certificate ?? "", /^eyJ/);
  const seen = await client.ask(readCase, { params: { case: submitted.case }, token });
  assert.equal(seen.number, submitted.number);
  const { code, output } = await second.end("SIGTERM");
  assert.equal(code, 0, output);
});

test("a port in use is said in one sentence in both languages, and the program ends with 1", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  assert.ok(typeof address === "object" && address !== null);
  const { code, output } = await failedStart({ ...data("port"), PORT: String(address.port) });
  other.close();
  assert.equal(code, 1);
  assert.match(output, new RegExp(`^Port ${address.port} is in use by another program`));
  assert.match(output, /已被其他程序占用/);
});

test("a data folder that is in use or cannot be made is said in one sentence", async () => {
  const running = await startedWindow(data("busy"));
  const busy = await failedStart(data("busy"));
  await running.end("SIGTERM");
  assert.equal(busy.code, 1);
  assert.match(busy.output, /Another window that is running uses this data folder/);
  writeFileSync(join(folder.path, "file"), "no folder");
  const unwritable = await failedStart(data("file/below"));
  assert.equal(unwritable.code, 1);
  assert.match(unwritable.output, /数据目录无法写入/);
});

test("a data folder of a newer version is not touched", async () => {
  const path = join(folder.path, "newer");
  await (await startedWindow(data("newer"))).end("SIGTERM");
  const database = new DatabaseSync(join(path, "window.sqlite"));
  database.exec("PRAGMA user_version = 999");
  database.close();
  const { code, output } = await failedStart(data("newer"));
  assert.equal(code, 1);
  assert.match(output, /written by a newer version/);
});

test("a port that is no port is said", async () => {
  const { code, output } = await failedStart({ ...data("odd"), PORT: "http" });
  assert.equal(code, 1);
  assert.match(output, /PORT is a number/);
});
