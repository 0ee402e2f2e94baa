/**
 * The clamd of Debian's package `clamav-daemon`, where it is installed (`.ci/run` does that), with a database of one
 * signature made here: no internet, no download of signatures.
 */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { ScanVerdict } from "@window/domain/port/scanner.ts";
import { eventually } from "../../../test/kit/eventually.ts";
import { clamdScan } from "../src/clamd-scan.ts";
import { inspectDocument } from "../src/inspect.ts";
import { latin, pages, pdfOf, streamOf, withBody, flateOf } from "./corpus/pdf-maker.ts";

const CLAMD = "/usr/sbin/clamd";
const skip = existsSync(CLAMD) ? false : "clamav-daemon is not installed";

/** In two halves, so that no scanner takes this file for what it describes. */
const EICAR = latin(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : assert.fail("no port");
};

/** Name, any type of file, any offset, and the bytes: the extended signature format of ClamAV. */
const signature = `Window.Eicar-Test:0:*:${EICAR.toString("hex")}\n`;

let daemon: ChildProcess | undefined;
let folder = "";
let scan = clamdScan({ host: "127.0.0.1", port: 1 });

before(async () => {
  if (skip !== false) return;
  folder = mkdtempSync(join(tmpdir(), "clamd-"));
  const port = await freePort();
  writeFileSync(join(folder, "window.ndb"), signature);
  const settings = {
    DatabaseDirectory: folder,
    TCPSocket: String(port),
    TCPAddr: "127.0.0.1",
    Foreground: "yes",
    StreamMaxLength: "1M",
  };
  const config = join(folder, "clamd.conf");
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  writeFileSync(config, lines.join(""));
  daemon = spawn(CLAMD, ["--config-file", config], { stdio: "ignore" });
  scan = clamdScan({ host: "127.0.0.1", port });
  // It reads its database first.
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await scan(Buffer.from("x"))).kind === "clean") return;
    await pause(100);
  }
  assert.fail("clamd did not start");
});
after(async () => {
  daemon?.kill("SIGKILL");
  if (daemon?.exitCode === null) await once(daemon, "exit");
  if (folder !== "") rmSync(folder, { recursive: true });
});

test("the real clamd finds its signature, also where it is packed", { skip }, async () => {
  assert.deepEqual(await scan(EICAR), { kind: "infected", name: "Window.Eicar-Test.UNOFFICIAL" });
  const holding = (body: Buffer) => pdfOf(withBody(pages(1, "/X 4 0 R"), 4, body));
  for (const paper of [holding(streamOf("", EICAR)), holding(flateOf("", EICAR))]) {
    const uploaded = {
      bytes: paper,
      declaredType: "application/pdf",
      maxBytes: 1e6,
      maxPages: 9,
      maxPixels: 9,
    };
    assert.equal((await inspectDocument({ ...uploaded, scan })).verdict, "infected");
  }
});

test("the real clamd lets a paper through, and says when one is too large for it", { skip }, async () => {
  assert.deepEqual(await scan(pdfOf(pages(3))), { kind: "clean" });
  // clamd hangs up in the middle of what it will not take: its last word can be lost, and is heard the next time.
  const tooLarge = () => scan(Buffer.alloc(3_000_000, "paper"));
  const isHeard = ({ kind }: ScanVerdict): boolean => kind !== "unavailable";
  assert.deepEqual(await eventually(tooLarge, isHeard), { kind: "unscannable" });
});
