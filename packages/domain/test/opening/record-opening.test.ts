import { recordOpening } from "@window/domain/act/record-opening.ts";
import type { Commit } from "@window/domain/commit.ts";
import { Hash } from "@window/domain/declared.ts";
import { rowsOf } from "@window/domain/dispatch/dispatch.ts";
import { ActorId, CaseId, OpeningId } from "@window/domain/id.ts";
import { later, MINUTE } from "@window/domain/instant.ts";
import type { Opening } from "@window/domain/opening/opening.ts";
import { openingsOf } from "@window/domain/opening/opening-rows.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { noon } from "../calendar/sample.ts";

const owner = ActorId.parse("usr_owner");
const subject = CaseId.parse("case_a-b");
const opening: Opening = {
  case: subject,
  owner,
  opener: { post: "department", department: DepartmentId.parse("dept_talent-office") },
  purpose: "answer",
  shown: "answers",
};
const officer = ActorId.parse("usr_officer");

/** An empty log, and a clock that can be set. */
const openLog = () => {
  const streams = new Map<string, Commit[]>();
  const log = { streams, now: noon("2026-11-23"), away: false };
  const digest = (value: unknown) => Hash.parse(hash("sha256", JSON.stringify(value)));
  const deps = {
    store: {
      load: async (stream: string) => streams.get(stream) ?? [],
      append: async (commit: Commit) => {
        if (log.away) throw new Error("the store is away");
        const held = streams.get(commit.stream) ?? [];
        if (held.length !== commit.seq - 1) return "conflict" as const;
        streams.set(commit.stream, [...held, commit]);
        return "appended" as const;
      },
      feed: async () => ({ entries: [] }),
    },
    clock: { now: () => log.now },
    digest,
    keyed: digest,
  };
  return { log, deps, record: (actor = officer, what = opening) => recordOpening(deps, actor, what) };
};

test("the same officer reading the same case again within the hour opened it once", async () => {
  const { log, record } = openLog();
  await record();
  log.now = later(log.now, 59 * MINUTE);
  await Promise.all([record(), record()]);
  assert.equal(log.streams.size, 1);
  log.now = later(log.now, MINUTE);
  await record();
  assert.equal(log.streams.size, 2);
});

test("another officer, another purpose, or being shown more is another opening", async () => {
  const { log, record } = openLog();
  await record();
  await record(ActorId.parse("usr_other"));
  await record(officer, { ...opening, purpose: "handle" });
  await record(officer, { ...opening, shown: "progress" });
  assert.equal(log.streams.size, 4);
});

test("what cannot be recorded is a fault, so nobody is shown anything", async () => {
  const { log, record } = openLog();
  log.away = true;
  await assert.rejects(record(), /away/);
  assert.equal(log.streams.size, 0);
});

test("an opening is listed for whose case it is, without the name of the officer", async () => {
  const { log, record } = openLog();
  await record();
  const [[stream = "", commits = []] = []] = log.streams;
  const rows = rowsOf(OpeningId.parse(stream), commits);
  assert.deepEqual(
    rows.map(({ partition }) => partition),
    [openingsOf(owner, subject)],
  );
  assert.ok(!JSON.stringify(rows).includes(officer));
  assert.equal(commits[0]?.request.actor, officer);
});
