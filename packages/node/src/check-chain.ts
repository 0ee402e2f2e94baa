/**
 * `npm run check-chain -- chain.json [--keys keys.json] [--before earlier.json]`: checks what
 * `GET /cases/{case}/chain` gave, offline, on the file alone. `--keys` holds it to keys kept from `GET /roots/keys`,
 * `--before` to a file of the same chain kept earlier. Exits with 0 when it is whole, 1 when not, 2 when no signature was there
 * to check, or no file.
 */
import { ChainFile } from "@window/domain/root/chain-file.ts";
import { checkChain, checkingBy, flawsSince, type Flaw } from "@window/domain/root/check-chain.ts";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { digest } from "./digest.ts";
import { PublicJwk } from "./es256.ts";
import { flawText } from "./flaw-text.ts";
import { readRootJws } from "./signed-root.ts";
import { treeHash } from "./tree-hash.ts";

const Keys = z.object({ keys: z.array(PublicJwk) });

const read = <Schema extends z.ZodType>(schema: Schema, path: string): z.output<Schema> =>
  schema.parse(JSON.parse(readFileSync(path, "utf8")));

const both = (zh: string, en: string): void => void process.stdout.write(`${zh}\n  ${en}\n`);

/** Whoever can write a file can link it; only a signed root says that it was so at its hour. */
const unsigned = (): number => {
  both(
    "○ 记录前后相连，但还没有签名根可以核对；约两小时后请再取一次。",
    "The commits fit together, but no signed root covers them yet: fetch the file again in about two hours.",
  );
  return 2;
};

const verdict = (flaws: readonly Flaw[], covered: number): number => {
  for (const flaw of flaws) {
    const { zh, en } = flawText(flaw);
    both(`✗ ${zh}`, en);
  }
  if (flaws.length === 0 && covered === 0) return unsigned();
  if (flaws.length === 0) both("✓ 记录链完整，未被改动。", "The chain is whole: nothing in it was changed.");
  else both("✗ 记录链已被破坏。", "The chain is broken.");
  return flaws.length === 0 ? 0 : 1;
};

const whoSigned = (keys: readonly { readonly kid: string }[], given: boolean): void => {
  const kids = keys.map(({ kid }) => kid).join(", ");
  if (given) both(`按您保存的公钥核对：${kids}`, `held to the keys you kept: ${kids}`);
  else
    both(
      `按文件内所附公钥核对，请与 /roots/keys 公布的比较：${kids}`,
      `held to the keys in the file itself; compare them with those at /roots/keys: ${kids}`,
    );
};

const check = (path: string, keysPath: string | undefined, earlierPath: string | undefined): number => {
  const file = read(ChainFile, path);
  const { keys } = keysPath === undefined ? Keys.parse(file) : read(Keys, keysPath);
  const checked = checkChain(
    checkingBy(digest, treeHash, (signed) => readRootJws(signed, keys)),
    file,
  );
  const earlier = earlierPath === undefined ? [] : flawsSince(read(ChainFile, earlierPath), file);
  const [asOf, count] = [new Date(file.asOf).toISOString(), String(file.commits.length)];
  both(
    `${file.stream}，截至 ${asOf}：${count} 条记录，${String(checked.covered)} 条有签名根，${String(checked.waiting)} 条待签`,
    `as of ${asOf}: ${count} commits, ${String(checked.covered)} under a signed root, ${String(checked.waiting)} not yet`,
  );
  whoSigned(keys, keysPath !== undefined);
  return verdict([...checked.flaws, ...earlier], checked.covered);
};

const main = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: "string" }, before: { type: "string" } },
  });
  const [path] = positionals;
  if (path === undefined) throw new Error("npm run check-chain -- chain.json");
  return check(path, values.keys, values.before);
};

try {
  process.exitCode = main();
} catch (fault) {
  // What is no chain file at all: say so, without a stack.
  both("无法核对：不是记录链文件。", `Nothing was checked: ${fault instanceof Error ? fault.message : ""}`);
  process.exitCode = 2;
}
