/**
 * 100,000 single edits, deletions and swaps of commits in a log of many streams, each held against the signed root by
 * the audit, and one in ten by the check that an applicant runs offline. Seeded: a failure prints its seed and replays with TAMPERING_SEED.
 */
import { chain, type Commit } from "@window/domain/commit.ts";
import type { Hash } from "@window/domain/declared.ts";
import { hourOf } from "@window/domain/feed.ts";
import { ActorId, CaseId } from "@window/domain/id.ts";
import { HOUR, Instant, later } from "@window/domain/instant.ts";
import type { ChainFile } from "@window/domain/root/chain-file.ts";
import { streamFlaws } from "@window/domain/root/audit-log.ts";
import { checkChain, checkingBy, flawsSince, type Checking } from "@window/domain/root/check-chain.ts";
import { composeRoot, sectionsOf } from "@window/domain/root/compose-root.ts";
import { hashOfLeaf } from "@window/domain/root/leaf.ts";
import { pathOf } from "@window/domain/root/tree.ts";
import { digest } from "@window/node/digest.ts";
import { treeHash } from "@window/node/tree-hash.ts";
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { randomFrom } from "../kit/random-from.ts";

const TRIES = 100_000;
/** The applicant's own check also goes up the tree: it looks at one of so many. */
const APPLICANT_LOOKS = 10;
const STREAMS = 64;
const DAWN = Instant.parse(Date.parse("2026-11-24T00:00:00Z"));

const actor = ActorId.parse("usr_writer");

const streamOf = (index: number): readonly Commit[] => {
  const stream = CaseId.parse(`case_${String(index).padStart(26, "0")}`);
  const commits: Commit[] = [];
  for (let seq = 1; seq <= 3 + (index % 4); seq += 1) {
    const request = { actor, key: `key-${String(seq)}`, body: digest({ stream, seq }) };
    const events = [{ type: "test.happened.v1", seq, note: `s1.${String(index)}` }];
    commits.push(chain(digest, commits.at(-1), { stream, at: later(DAWN, seq * 1000), request, events }));
  }
  return commits;
};

const log = Array.from({ length: STREAMS }, (_, index) => streamOf(index));
const sections = sectionsOf(treeHash, log.flat());
const root = composeRoot({ digest, treeHash }, hourOf(DAWN), undefined, sections);
const leaves = sections.flatMap((section) => section.leaves);
const hashes = leaves.map((leaf) => hashOfLeaf(treeHash, leaf));

const fileOf = (commits: readonly Commit[]): ChainFile => {
  const [first] = commits;
  assert.ok(first);
  const proofs = commits.map(({ hash }) => {
    const index = leaves.findIndex((leaf) => leaf.hash === hash);
    return { hour: root.hour, index, path: [...pathOf(treeHash, hashes, index)] };
  });
  return {
    kind: "talent-window.chain.v1",
    stream: first.stream,
    asOf: later(DAWN, 24 * HOUR),
    commits: [...commits],
    proofs,
    roots: [{ hour: root.hour, signed: "the root" }],
    keys: [],
  };
};

const files = log.map(fileOf);

type Random = (below: number) => number;

const at = <Thing>(list: readonly Thing[], index: number): Thing => {
  const found = list[index];
  assert.ok(found !== undefined);
  return found;
};

const put = (file: ChainFile, index: number, commit: Commit): ChainFile => ({
  ...file,
  commits: file.commits.with(index, commit),
});

/** One value of one commit becomes another; a careful forger makes its hash fit again. */
const edited = (file: ChainFile, random: Random): ChainFile => {
  const index = random(file.commits.length);
  const commit = at(file.commits, index);
  const { hash: _, ...body } =
    [
      { ...commit, at: later(commit.at, 1 + random(1000)) },
      { ...commit, events: [...commit.events, { type: "test.forged.v1" }] },
      { ...commit, events: commit.events.map((event) => ({ ...event, note: `s1.${String(random(1e9))}x` })) },
      { ...commit, request: { ...commit.request, key: `key-${String(random(1e9))}x` } },
      { ...commit, previous: digest(random(1e9)) },
      { ...commit, seq: commit.seq + 1 + random(5) },
    ].at(random(6)) ?? commit;
  return put(file, index, { ...body, hash: random(2) === 0 ? commit.hash : digest(body) });
};

/** A commit is gone; a careful forger moves those behind it up, links them anew, and keeps the proofs that are left. */
const deleted = (file: ChainFile, random: Random): ChainFile => {
  const gone = random(file.commits.length);
  const keep = <Thing>(list: readonly Thing[]): Thing[] => list.filter((_, index) => index !== gone);
  const left = { ...file, commits: keep(file.commits), proofs: keep(file.proofs) };
  if (random(2) === 0) return left;
  const linked: Commit[] = [];
  for (const { seq: _, previous: __, hash: ___, ...draft } of left.commits)
    linked.push(chain(digest, linked.at(-1), draft));
  return { ...left, commits: linked };
};

/** Two commits change places, in one stream or between two. */
const swapped = (file: ChainFile, random: Random): ChainFile => {
  const one = random(file.commits.length);
  const stranger = at(files, random(files.length));
  if (stranger.stream !== file.stream && random(2) === 0)
    return put(file, one, at(stranger.commits, random(stranger.commits.length)));
  const other = (one + 1 + random(file.commits.length - 1)) % file.commits.length;
  return put(put(file, one, at(file.commits, other)), other, at(file.commits, one));
};

const acts = [edited, deleted, swapped];

/** What a commit hashes to is remembered by the commit itself: a check costs what was changed and no more. */
const remembered = (make: (commit: Commit) => Hash) => {
  const known = new WeakMap<Commit, Hash>();
  return (commit: Commit): Hash => {
    const hash = known.get(commit) ?? make(commit);
    known.set(commit, hash);
    return hash;
  };
};

const checking = (): Checking => {
  const plain = checkingBy(digest, treeHash, () => root);
  return { ...plain, bytesOf: remembered(plain.bytesOf), leafOf: remembered(plain.leafOf) };
};

const isCutShort = (file: ChainFile, forged: ChainFile): boolean =>
  forged.commits.every(({ hash }, index) => hash === file.commits[index]?.hash);

test(`of ${TRIES.toLocaleString("en")} single edits, deletions and swaps in a log, every one is found`, (context) => {
  const seed = Number(process.env["TAMPERING_SEED"] ?? randomInt(2 ** 31));
  const random = randomFrom(seed);
  const below: Random = (limit) => Math.floor(random() * limit);
  const check = checking();
  const rooted = Map.groupBy(leaves, ({ stream }) => stream);
  const audited = ({ stream, commits }: ChainFile) =>
    streamFlaws(check, stream, rooted.get(stream) ?? [], commits).length > 0;
  const seen = (file: ChainFile) => checkChain(check, file).flaws.length > 0;
  for (const file of files) assert.ok(!audited(file) && !seen(file));
  const found = { audited: 0, byApplicant: 0, cutShort: 0 };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const file = at(files, below(files.length));
    const forged = at(acts, attempt % acts.length)(file, below);
    const replay = `TAMPERING_SEED=${String(seed)}, try ${String(attempt)}`;
    assert.ok(audited(forged), `the audit does not find ${replay}`);
    found.audited += 1;
    if (attempt % APPLICANT_LOOKS !== 0) continue;
    if (seen(forged)) found.byApplicant += 1;
    else {
      // Of a chain that ends early its file says nothing: a file that was kept, or the audit, does.
      assert.ok(isCutShort(file, forged) && flawsSince(file, forged).length > 0, replay);
      found.cutShort += 1;
    }
  }
  context.diagnostic(
    `seed ${String(seed)}: ${String(found.audited)} found by the audit, ${String(found.byApplicant)} also in the file of the applicant, ${String(found.cutShort)} by a file kept earlier`,
  );
});
