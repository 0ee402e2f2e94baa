/** The clock of a case, explained day by day: what was counted, why, and whose time it was. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { countedDays } from "@window/domain/calendar/counted-days.ts";
import type { Calendar } from "@window/domain/calendar/calendar.ts";
import { workingDaysBetween } from "@window/domain/calendar/working-days-between.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { CaseCommand } from "@window/domain/case/command.ts";
import { addDays, Day, dayOf } from "@window/domain/day.ts";
import { explain } from "@window/domain/explain/explain.ts";
import { partyAt } from "@window/domain/explain/party.ts";
import { dayText, moverText, summaryText } from "@window/domain/explain/sentence.ts";
import { HOUR, type Instant, later } from "@window/domain/instant.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import * as fc from "fast-check";
import { china, noon } from "./calendar/sample.ts";
import { ask, item, monday, opening, play, say } from "./case/sample.ts";

const DAY = 24 * HOUR;
const naming = (id: DepartmentId) => ({ zh: `部门${id}`, en: `department ${id}` });

const caseOf = (steps: readonly (readonly [CaseCommand, Instant])[]): Case =>
  play(steps).state ?? assert.fail("no case");
const after = (days: number): Instant => later(monday, days * DAY);

/** Talent answers on Tuesday, police on Thursday; housing is asked on Friday and has not answered. */
const underWay = caseOf([
  [opening, monday],
  [ask(0), monday],
  [say(0, "agree"), after(1)],
  [say(1, "agree"), after(3)],
  [ask(1), after(4)],
]);
const seen = (state: Case, now: Instant, calendar: Calendar = china) => explain(state, item, calendar, now);

test("the start day is not counted, and the last day of the list is the last day of the promise", () => {
  const { days, term } = seen(underWay, after(4));
  assert.deepEqual(
    [days[0]?.day, days[0]?.counted, days[0]?.reason.code],
    ["2026-11-23", false, "start-day"],
  );
  assert.equal(days.at(-1)?.day, term?.lastDay);
  assert.equal(days.filter(({ counted }) => counted).length, 10);
});

test("each day is of whoever had the case when it ended; of two departments, of the one that answered last", () => {
  const { days } = seen(underWay, after(4));
  assert.deepEqual(
    days.slice(0, 5).map(({ party }) => (party?.of === "department" ? party.department : party?.of)),
    ["dept_police", "dept_police", "dept_police", "window", "dept_housing"],
  );
  assert.equal(days[5]?.party, null, "a day to come is nobody's yet");
});

test("working days of the parties add up to the working days that have gone by", () =>
  fc.assert(
    fc.property(
      fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 40 })),
      ([first, second, third, wait]) => {
        const state = caseOf([
          [opening, monday],
          [ask(0), after(0)],
          [say(0, "agree"), after(first)],
          [say(1, "agree"), after(first + second)],
          [ask(1), after(first + second + third)],
        ]);
        const now = after(first + second + third + wait);
        const { parties, total } = seen(state, now);
        assert.equal(
          parties.reduce((sum, { days }) => sum + days, 0),
          total,
        );
        assert.equal(total, workingDaysBetween(china, dayOf(monday), dayOf(now)));
      },
    ),
    { numRuns: 200 },
  ));

test("explaining twice is the same, and a later look changes nothing of the days gone by", () => {
  const once = seen(underWay, after(4));
  assert.deepEqual(seen(underWay, after(4)), once);
  const gone = (now: Instant) => seen(underWay, now).days.slice(0, 5);
  assert.deepEqual(gone(after(9)), gone(after(4)));
});

test("the days agree with the counting of the deadline itself", () => {
  const promised = item.ways[0]?.limits.promised ?? assert.fail();
  const { days } = seen(underWay, after(4));
  assert.deepEqual(
    days.map(({ day, counted, reason }) => [day, counted, reason.code]),
    countedDays(china, monday, promised).map(({ day, counted, reason }) => [day, counted, reason.code]),
  );
});

test("days after the last one are over, and go on counting against whoever has the case", () => {
  const { days, term, total } = seen(underWay, after(21));
  const over = days.filter(({ stands }) => stands === "over");
  assert.equal(over[0]?.day, addDays(term?.lastDay ?? Day.parse("2026-12-07"), 1));
  assert.ok(over.every(({ party }) => party?.of === "department"));
  assert.ok(total > 10);
});

test("after the decision no day runs", () => {
  const decided = caseOf([
    [opening, monday],
    [ask(0), monday],
    [say(0, "refuse"), after(1)],
    [say(1, "agree"), after(2)],
  ]);
  const { days, until } = seen(decided, after(30));
  assert.equal(until, dayOf(after(2)));
  assert.ok(
    days.filter(({ day }) => day > until).every(({ stands, party }) => stands === "ahead" && party === null),
  );
  assert.equal(partyAt(decided, after(3)).of, "nobody");
});

test("a date in a year whose notice is not out is 预计, and the notice is what would move it", () => {
  assert.ok(opening.type === "open");
  const december = noon("2026-12-28");
  const late = caseOf([[{ ...opening, receivedAt: december }, december]]);
  const told = seen(late, december);
  assert.equal(told.term?.provisional, true);
  const [mover] = told.movers;
  assert.deepEqual(mover, { code: "unpublished-year", year: 2027 });
  assert.match(moverText(mover).zh, /2027年.*预计/);
  assert.match(summaryText(told, naming).zh, /预计最后一日/);
  const expected = told.days.find(({ provisional }) => provisional) ?? assert.fail();
  assert.match(dayText(expected, naming).zh, /预计/);
});

test("a day says in both languages whether it counts, by what, and whose it was", () => {
  const [start = assert.fail(), tuesday = assert.fail()] = seen(underWay, after(4)).days;
  assert.equal(
    dayText(start, naming).zh,
    "2026-11-23：不计入，开始当日不计入（民法典 第二百零一条），时间在部门dept_police。",
  );
  assert.match(
    dayText(tuesday, naming).en,
    /^2026-11-24: counted, a working day .*; time of department dept_police\.$/,
  );
});
