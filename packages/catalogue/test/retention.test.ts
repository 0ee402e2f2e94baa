import { retention } from "@window/catalogue/retention.ts";
import { addMonths } from "@window/domain/calendar/month.ts";
import { dayOf } from "@window/domain/day.ts";
import { fromIso, toIso } from "@window/domain/instant.ts";
import { keptUntil, Period, Retained } from "@window/domain/retention/period.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

test("every kind of record has one period", () => {
  const named = retention.map(({ record }) => record);
  const known = Period.options.flatMap(({ shape }) => shape.record.options);
  assert.deepEqual(named.toSorted(), known.toSorted());
});

test("the run ends exactly what it knows how to end", () => {
  const byRun = retention.filter(({ endedBy }) => endedBy === "run").map(({ record }) => record);
  assert.deepEqual(byRun.toSorted(), Retained.options.toSorted());
});

test("a number has a law with its article, or says that it is an example", () => {
  for (const { record, kept } of retention) {
    if (kept?.provenance.kind !== "sourced") continue;
    assert.match(kept.provenance.document, /法/, record);
    assert.match(kept.provenance.article ?? "", /^第.+条/, record);
  }
});

/** What the law says at least (shared by nothing but the law): three years of records of handling, six months of logs. */
const atLeast = { opening: 36, "service-log": 6 } as const;

test("nothing is kept shorter than the law asks", () => {
  for (const [record, months] of Object.entries(atLeast)) {
    const kept = retention.find((period) => period.record === record)?.kept;
    assert.ok(kept?.unit === "month" && kept.count >= months, record);
  }
});

test("a period begins the day after the last change and ends with its last day, also on a day off", () => {
  const kept = (count: number, unit: string) => ({ count, unit, provenance: { kind: "example" } });
  const until = (limit: object, at: string) => {
    const period = Period.parse({ ...retention[0], kept: limit });
    assert.ok(period.kept);
    return toIso(keptUntil(period.kept, fromIso(at)));
  };
  // 2026-11-23 23:59 in Shanghai, and three days; 2026-11-26 is the last of them.
  assert.equal(until(kept(3, "calendar-day"), "2026-11-23T15:59:00Z"), "2026-11-26T16:00:00.000Z");
  assert.equal(until(kept(3, "calendar-day"), "2026-11-23T16:00:00Z"), "2026-11-27T16:00:00.000Z");
  // A month without that day ends with its last one (民法典 art. 202); Sunday 28 February 2027 stays what it is.
  assert.equal(until(kept(1, "month"), "2027-01-31T04:00:00Z"), "2027-02-28T16:00:00.000Z");
  assert.equal(addMonths(dayOf(fromIso("2027-01-31T04:00:00Z")), 1), "2027-02-28");
});
