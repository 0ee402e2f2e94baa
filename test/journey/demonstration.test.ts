/** The demonstration: cases in every state there is, made by the real program, and a day that can be moved on. */
import { retention } from "@window/catalogue/retention.ts";
import type { Progress } from "@window/contract/wire/case.ts";
import type { Case } from "@window/domain/case/case.ts";
import type { AnswerOutcome, CaseEvent, Standing } from "@window/domain/case/event.ts";
import type { ApplicationState } from "@window/domain/application/application.ts";
import { dayOf, type Day } from "@window/domain/day.ts";
import { runRetention } from "@window/domain/dispatch/run-retention.ts";
import { HOUR, later } from "@window/domain/instant.ts";
import type { CaseKind } from "@window/domain/item/kind.ts";
import { persons } from "@window/local/demonstration-people.ts";
import { doors } from "@window/local/demonstration/doors.ts";
import { stories } from "@window/local/demonstration/stories.ts";
import type { StoryId } from "@window/local/demonstration/story-id.ts";
import { workingDayFrom } from "@window/local/demonstration/working-days.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openDemonstration, storyOf, toldIn, type OpenedDemonstration } from "../kit/demonstration-window.ts";
import { readCase } from "@window/contract/operations/cases.ts";
import { demonstrationLogin, demonstrationToken } from "../kit/demonstration-token.ts";
import { clientOf } from "./client.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

/** Years after its end a case is erased; a demonstration of six weeks has nothing that old. */
type Soon = Exclude<CaseEvent["type"], "case.erased.v1">;

/** Which prepared case shows what: an event that is new to the case machine does not compile until one shows it. */
const showsEvent = {
  "case.opened.v1": "in-time",
  "case.accepted.v1": "in-time",
  "case.round-opened.v1": "in-time",
  "case.referral-acknowledged.v1": "in-time",
  "case.referral-undelivered.v1": "dead-endpoint",
  "case.answered.v1": "in-time",
  "case.second-answer-kept.v1": "granted-jointly",
  "case.round-closed.v1": "in-time",
  "case.decided.v1": "granted-jointly",
  "case.commitment-asked.v1": "employer-has-to-sign",
  "case.commitment-signed.v1": "employer-has-to-sign",
  "case.followed.v1": "permit-was-followed",
  "case.kind-changed.v1": "kind-was-changed",
  "case.warned.v1": "due-today",
  "case.overdue.v1": "a-day-late",
  "case.checkpoint-reached.v1": "due-today",
  "case.explanation-owed.v1": "a-day-late",
  "case.decision-held.v1": "decided-late",
  "case.delay-explained.v1": "a-day-late",
  "case.stuck.v1": "stuck",
  "case.resumption-asked.v1": "went-on",
  "case.resumed.v1": "went-on",
  "case.verified.v1": "a-day-late",
  "case.register-down.v1": "decided-late",
  "case.withdrawn.v1": "withdrawn",
} satisfies Record<Soon, StoryId>;

const showsPhase = {
  received: "awaits-the-applicant",
  running: "in-time",
  decided: "granted-jointly",
  withdrawn: "withdrawn",
  lapsed: "fell-away",
} satisfies Record<Case["phase"], StoryId>;

const showsApplication = {
  draft: "draft",
  submitted: "in-time",
  concluded: "granted-jointly",
  withdrawn: "withdrawn",
} satisfies Record<NonNullable<ApplicationState>["phase"], StoryId>;

const showsKind = {
  delegated: "waits-for-the-window",
  agency: "in-time",
  deliberated: "deliberated",
} satisfies Record<CaseKind, StoryId>;

/** No shipped item has a law that draws a decision from silence. */
type Basis = Exclude<NonNullable<NonNullable<Case["decision"]>["basis"]>, "tacit">;
const showsBasis = {
  verified: "granted-on-the-spot",
  contradicted: "refused-on-the-spot",
  committed: "promise-was-broken",
} satisfies Record<Basis, StoryId>;

const showsStanding = {
  "in-time": "in-time",
  late: "decided-late",
  "after-close": "withdrawn",
} satisfies Record<Standing, StoryId>;

const showsOutcome = {
  agree: "in-time",
  refuse: "refused-by-department",
} satisfies Record<AnswerOutcome, StoryId>;

/** By the word on the page. */
const showsTurn = {
  window: "window-is-late",
  applicant: "awaits-the-applicant",
  employer: "employer-decides",
  departments: "a-day-late",
  "earlier-case": "waits-for-another",
  nobody: "granted-jointly",
} satisfies Record<Progress["turn"]["of"], StoryId>;

const entries = <Key extends string>(table: Readonly<Record<Key, StoryId>>) => Object.entries<StoryId>(table);

const folder = temporaryFolder();
const data = join(folder.path, "data");
let opened: OpenedDemonstration;
let told: ReturnType<typeof toldIn>;
let origin: string;

/** Cut off in the middle of being made, and opened again; then closed once more to read what it noted. */
before(async () => {
  const { promise: half, resolve } = Promise.withResolvers<null>();
  let commits = 0;
  const first = await openDemonstration(data, 0, "cases", ({ store }) =>
    store.onAppended(() => (commits += 1) === 250 && resolve(null)),
  );
  ({ origin } = first.window);
  await half;
  await first.window.close();
  assert.equal(toldIn(data).state, "making");
  opened = await openDemonstration(data, Number(new URL(origin).port));
  const beside = stories.flatMap(({ together }) => together?.also ?? []);
  assert.equal(await opened.window.prepared, stories.length + beside.length);
  await reopened();
});
after(async () => {
  await opened.window.close();
  folder.remove();
});

const reopened = async (): Promise<void> => {
  await opened.window.close();
  told = toldIn(data);
  opened = await openDemonstration(data, Number(new URL(origin).port));
};

const page = async (path: string, init?: RequestInit) => {
  const response = await fetch(origin + path, init);
  return { status: response.status, text: await response.text() };
};

const press = (after: string, headers: Record<string, string> = { origin }) =>
  page("/en/next-working-day", {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams({ after }),
  });

const tokenFor = (person: string): Promise<string> => demonstrationToken(opened.window.tokenUrl, person);

const today = (): Day => dayOf(opened.ports.clock.now());

test("every event of the case machine has a prepared case in which it happened", async () => {
  for (const [type, story] of entries(showsEvent)) {
    const { happened } = await storyOf(opened, told, story);
    assert.ok(happened.includes(type), `${type} in ${story}`);
  }
});

/** The case of a story as its owner reads it. */
const seenIn = async (story: StoryId) => {
  const { person, case: subject = "" } = told.cases[story] ?? assert.fail(story);
  const token = await tokenFor(person);
  return clientOf(origin).ask(readCase, { params: { case: subject }, token });
};

const stateOf = async (story: StoryId) => (await storyOf(opened, told, story)).state;

test("every phase of a case and of an application has a prepared case", async () => {
  for (const [phase, story] of entries(showsPhase)) assert.equal((await seenIn(story)).phase, phase, story);
  for (const [phase, story] of entries(showsApplication))
    assert.equal((await storyOf(opened, told, story)).application?.phase, phase);
});

test("every kind of a case and every ground of a decision on the spot has a prepared case", async () => {
  for (const [kind, story] of entries(showsKind)) assert.equal((await stateOf(story))?.kind, kind);
  for (const [basis, story] of entries(showsBasis))
    assert.equal((await stateOf(story))?.decision?.basis, basis);
});

test("every way in which a department can answer has a prepared case", async () => {
  for (const [standing, story] of entries(showsStanding))
    assert.ok(
      (await stateOf(story))?.referrals.some(({ answer }) => answer?.standing === standing),
      story,
    );
  for (const [outcome, story] of entries(showsOutcome))
    assert.ok(
      (await stateOf(story))?.referrals.some(({ answer }) => answer?.outcome === outcome),
      story,
    );
});

test("it is made once, however often the window is opened, and also when it was cut off", async () => {
  assert.equal(told.state, "made");
  const applications = Object.values(told.cases).map((known) => known.application);
  assert.equal(new Set(applications).size, stories.length);
  for (const { id, acts } of stories) {
    const { state } = await storyOf(opened, told, id);
    assert.ok(acts.length > 0 && (state === undefined) === (id === "draft"), id);
  }
  await reopened();
  assert.deepEqual(
    Object.values(told.cases).map((known) => known.application),
    applications,
  );
});

test("there are fourteen people, and each door leads to what one of them sees, in both languages", async () => {
  assert.equal(persons.length, 14);
  const start = { zh: (await page("/zh")).text, en: (await page("/en")).text };
  for (const { id, person, sentence } of doors) {
    const known = persons.find((somebody) => somebody.id === person) ?? assert.fail(person);
    for (const language of ["zh", "en"] as const) {
      const { status, text } = await page(`/${language}/see-as/${id}`);
      assert.equal(status, 200, id);
      for (const words of [known.name[language], sentence[language].replaceAll("'", "&#39;")]) {
        assert.ok(text.includes(words), `${id}: ${words}`);
        assert.ok(start[language].includes(words), `${id}: ${words}`);
      }
      assert.match(text, language === "zh" ? /class="mark">示例</ : /class="mark">example</);
    }
  }
});

test("every prepared case is labelled as an example wherever its number stands", async () => {
  const paths = ["/zh", ...doors.map(({ id }) => `/zh/see-as/${id}`)];
  const numbers = Object.values(told.cases).flatMap(({ number }) => number ?? []);
  let seen = 0;
  for (const path of paths) {
    const { text } = await page(path);
    for (const part of text.split(/<(?=tr|h2)/))
      for (const number of numbers.filter((known) => part.includes(`${known}<`))) {
        assert.match(part, /class="mark">示例</, `${path} ${number}`);
        seen += 1;
      }
  }
  assert.ok(seen > doors.length);
});

test("the start page says who is late, by how much and why, and whose turn it is", async () => {
  const { text } = await page("/en");
  const late = text.slice(text.indexOf('id="late"'), text.indexOf('id="day"'));
  const number = told.cases["a-day-late"]?.number ?? assert.fail();
  assert.ok(late.includes(number));
  assert.match(late, /Housing office was asked on .* and had until .*; it has not answered/);
  assert.match(late, /The window owed a decision on the spot/);
});

test("a case waits for each of those for whom a case can wait", async () => {
  for (const [turn, story] of entries(showsTurn)) {
    assert.equal((await seenIn(story)).turn.of, turn, story);
  }
});

test("a press of the button makes what is due late, and says so; a second press changes nothing", async () => {
  const { state: due } = await storyOf(opened, told, "due-today");
  assert.equal(due?.overdueAt, undefined);
  const day = today();
  assert.equal((await press(day, {})).status, 404, "nobody says where it comes from");
  assert.equal((await press(day, { origin: "https://elsewhere.example" })).status, 404);
  assert.equal((await press(day.padEnd(2000))).status, 404, "larger than any form of ours");
  assert.equal(today(), day);

  const [one, other] = await Promise.all([press(day), press(day)]);
  assert.deepEqual([one.status, other.status], [303, 303]);
  const { calendar } = await opened.ports.catalogue.current();
  const next = workingDayFrom(calendar, day, day === workingDayFrom(calendar, day, 0) ? 1 : 0);
  assert.equal(today(), next);
  const { text } = await page("/en");
  const number = told.cases["due-today"]?.number ?? assert.fail();
  assert.match(text, new RegExp(`${number} <strong>is past its promised limit`));
  assert.notEqual((await storyOf(opened, told, "due-today")).state?.overdueAt, undefined);
});

test("where the clock stands survives a restart", async () => {
  const day = today();
  await reopened();
  assert.equal(today(), day);
});

test("prepared cases that were kept long enough are gone from the pages, which stand", async () => {
  const { number = "" } = told.cases["withdrawn"] ?? assert.fail();
  const { ports, window } = opened;
  const clock = { now: () => later(ports.clock.now(), 200 * 24 * HOUR) };
  await runRetention({ ...ports, clock, periods: retention });
  await window.settled();
  for (const path of ["/zh", "/en", ...doors.map(({ id }) => `/en/see-as/${id}`)]) {
    const { status, text } = await page(path);
    assert.equal(status, 200, path);
    assert.ok(!text.includes(number), path);
  }
});

test("a window without demonstration has nobody, no doors and no button", async () => {
  const empty = await openDemonstration(join(folder.path, "empty"), 0, "none");
  const there = (path: string, init?: RequestInit) => fetch(empty.window.origin + path, init);
  try {
    assert.equal(await empty.window.prepared, 0);
    assert.equal(empty.window.departments.size, 0);
    const text = await (await there("/en")).text();
    assert.doesNotMatch(text, /see-as|id="people"|id="late"|id="day"/);
    assert.equal((await there("/en/see-as/clerk")).status, 404);
    const sent = { method: "POST", headers: { origin: empty.window.origin }, body: new URLSearchParams() };
    assert.equal((await there("/en/next-working-day", sent)).status, 404);
    assert.equal((await fetch(empty.window.tokenUrl, demonstrationLogin("li-jing"))).status, 400);
  } finally {
    await empty.window.close();
  }
});
