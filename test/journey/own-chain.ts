import {
  listRootKeys,
  readApplicationChain,
  readCaseChain,
  readRoot,
} from "@window/contract/operations/chains.ts";
import { hourOf } from "@window/domain/feed.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import type { ChainFile } from "@window/domain/root/chain-file.ts";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "../kit/temporary-folder.ts";
import { applied, granted, visitorOf } from "./applying.ts";
import type { TestedWindow } from "./tested-window.ts";

const program = resolve(import.meta.dirname, "../../packages/node/src/check-chain.ts");

/** What `npm run check-chain` says of files, away from any window. */
const checker = (folder: string) => {
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  // Beside the window, which is in this process and must not stand still meanwhile.
  const check = async (...words: readonly string[]) => {
    const child = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "pipe", "ignore"] });
    const ended = once(child, "close");
    const said = await text(child.stdout);
    await ended;
    return { status: child.exitCode, said };
  };
  return { file, check };
};

/** A commit of the file is changed, as somebody with the power to write the table would. */
const forged = (chain: ChainFile): ChainFile => ({
  ...chain,
  commits: chain.commits.map((commit, index) =>
    index === 1 ? { ...commit, events: [...commit.events, { type: "case.decided.v1" }] } : commit,
  ),
});

const cutShort = (chain: ChainFile): ChainFile => ({
  ...chain,
  commits: chain.commits.slice(0, -1),
  proofs: chain.proofs.slice(0, -1),
});

/** An applicant takes the chain of a case home and checks it there: whole, changed, cut short. */
export const chainChecked = async (window: TestedWindow): Promise<void> => {
  const visitor = await visitorOf(window);
  const { client, token } = visitor;
  const submitted = await applied(visitor);
  const ofCase = { params: { case: submitted.case }, token };
  await granted(window, visitor, submitted);
  const fresh = await client.ask(readCaseChain, ofCase);
  assert.ok(fresh.commits.length > 3 && fresh.proofs.every((proof) => proof === null));
  const temporary = temporaryFolder();
  const { file, check } = checker(temporary.path);
  const unsigned = await check(file("unsigned.json", fresh));
  assert.equal(unsigned.status, 2);
  assert.match(unsigned.said, /还没有签名根[^]*no signed root/);
  await window.moveClock(later(fresh.asOf, 3 * HOUR), "roots");

  const chain = await client.ask(readCaseChain, ofCase);
  assert.ok(chain.proofs.every((proof) => proof !== null));
  const keys = await client.ask(listRootKeys);
  const published = ["--keys", file("keys.json", keys)];
  const whole = await check(file("chain.json", chain), ...published, "--before", file("fresh.json", fresh));
  assert.equal(whole.status, 0, whole.said);
  assert.match(whole.said, /未被改动[^]*whole/);
  const changed = await check(file("forged.json", forged(chain)), ...published);
  assert.equal(changed.status, 1);
  assert.match(changed.said, /第 2 条记录内容被改动[^]*Commit 2 was changed/);
  const short = await check(
    file("short.json", cutShort(chain)),
    ...published,
    "--before",
    file("kept.json", chain),
  );
  assert.equal(short.status, 1);
  assert.match(short.said, new RegExp(`Commit ${String(chain.commits.length)} stands in the file`));
  assert.equal((await check(file("empty.json", {}))).status, 2);
  const strangers = { keys: [{ ...keys.keys[0], kid: "another" }] };
  assert.match(
    (await check(file("chain.json", chain), "--keys", file("others.json", strangers))).said,
    /no published key/,
  );
  temporary.remove();

  const ofApplication = await client.ask(readApplicationChain, {
    params: { application: submitted.application },
    token,
  });
  assert.equal(ofApplication.stream, submitted.application);
  const hour = hourOf(chain.commits[0]?.at ?? chain.asOf);
  const { root } = await client.ask(readRoot, { params: { hour } });
  assert.deepEqual(chain.roots.map(({ signed }) => signed).includes(root?.signed ?? ""), true);
  const stranger = await visitorOf(window, "li-jing");
  const refused = await client.refusal(readCaseChain, { ...ofCase, token: stranger.token });
  assert.equal(refused.code, "no-such-case");
};
