import { findCase } from "@window/domain/act/find-case.ts";
import type { ApplicationCommand } from "@window/domain/application/command.ts";
import { application } from "@window/domain/application/decide.ts";
import { isWaiting, readyAt } from "@window/domain/application/waiting.ts";
import type { ApplicationState } from "@window/domain/application/application.ts";
import type { CaseOutcome } from "@window/domain/application/event.ts";
import { type ApplicationEffect, effectsOfApplication } from "@window/domain/dispatch/application-effect.ts";
import type { Commit } from "@window/domain/commit.ts";
import { Hash } from "@window/domain/declared.ts";
import { offerOf } from "@window/domain/edition/offer.ts";
import { ActorId, CaseId, CaseNumber, type StreamId } from "@window/domain/id.ts";
import type { IfRefused } from "@window/domain/item/bundle.ts";
import { BundleId } from "@window/domain/item/bundle.ts";
import { ItemId } from "@window/domain/item/item-id.ts";
import { later } from "@window/domain/instant.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";
import { china, noon } from "../calendar/sample.ts";
import { conclude, draft, issue, item, play, submit } from "./sample.ts";

const free = { ...item, materials: [] };
const caseOf = (index: number) => CaseId.parse(`case_sample-${index}`);
const itemOf = (index: number) => (index === 0 ? item.id : ItemId.parse(`item_part-${index}`));

interface Shape {
  readonly after: readonly number[];
  readonly ifRefused: IfRefused;
}

/** A bundle of as many parts as shapes are given, begun and submitted. */
const bundled = (shapes: readonly Shape[]): readonly ApplicationCommand[] => {
  const parts = shapes.map(({ after, ifRefused }, index) => ({
    item: itemOf(index),
    version: 1,
    after: after.map(itemOf),
    ifRefused,
    spares: [],
  }));
  const [opened] = submit.type === "submit" ? submit.cases : [];
  assert.ok(opened && draft.type === "draft");
  const cases = shapes.map(({ after, ifRefused }, index) => ({
    ...opened,
    case: caseOf(index),
    number: CaseNumber.parse(`0000-0000-000${index}`),
    item: itemOf(index),
    ...(after.length === 0 ? {} : { after: after.map(caseOf), ifRefused }),
  }));
  const id = BundleId.parse("bundle_sample");
  return [
    { ...draft, bundle: { id, parts } },
    { type: "submit", item: free, consents: [], cases },
  ];
};

const ends = (index: number, outcome: Exclude<CaseOutcome, "lapsed">): ApplicationCommand => ({
  type: "conclude-case",
  case: caseOf(index),
  outcome,
});
const takesBack = (index: number): ApplicationCommand => ({ type: "withdraw-case", case: caseOf(index) });

const outcomes = (state: ApplicationState) => state?.cases.map(({ outcome }) => outcome ?? "open") ?? [];
const occasionOf = (effect: ApplicationEffect): string =>
  effect.kind === "tell" ? ` ${effect.occasion}` : "";

/** What the events of the last command bring about. */
const opens = (shapes: readonly Shape[], ...commands: readonly ApplicationCommand[]): readonly string[] => {
  const { state, events } = play([...bundled(shapes), ...commands]);
  const before = play([...bundled(shapes), ...commands.slice(0, -1)]).events.length;
  assert.ok(state);
  return events
    .slice(commands.length === 0 ? 0 : before)
    .flatMap((event) => effectsOfApplication(state, event))
    .map((effect) => ("case" in effect ? `${effect.kind} ${effect.case}` : effect.kind) + occasionOf(effect));
};

const chain: readonly Shape[] = [
  { after: [], ifRefused: "goes-on" },
  { after: [0], ifRefused: "falls-away" },
  { after: [0], ifRefused: "goes-on" },
  { after: [], ifRefused: "goes-on" },
];

test("with the submission only those begin that wait for nothing, and the others with the decision they need", () => {
  assert.deepEqual(opens(chain), ["open-case case_sample-0", "open-case case_sample-3"]);
  assert.deepEqual(opens(chain, ends(0, "granted")), ["open-case case_sample-1", "open-case case_sample-2"]);
});

test("a refusal takes along what cannot be without that result, and holds up nothing else", () => {
  const { state } = play([...bundled(chain), ends(0, "refused")]);
  assert.deepEqual(outcomes(state), ["refused", "lapsed", "open", "open"]);
  assert.deepEqual(opens(chain, ends(0, "refused")), [
    "open-case case_sample-2",
    "tell case_sample-1 lapsed",
  ]);
});

test("one package comes out when every case is over, and lists what was granted", () => {
  const commands = [ends(0, "refused"), ends(2, "granted"), ends(3, "granted")];
  assert.deepEqual(opens(chain, ...commands), ["issue-result"]);
  assert.equal(play([...bundled(chain), ...commands]).state?.phase, "concluded");
  assert.deepEqual(opens(chain, ...commands.slice(0, 2)), []);
});

test("one of several can be taken back: what runs is asked, what waits is over at once", () => {
  assert.deepEqual(opens(chain, takesBack(3)), ["withdraw-case case_sample-3"]);
  assert.deepEqual(opens(chain, takesBack(1)), ["tell case_sample-1 withdrawn"]);
  const { state } = play([...bundled(chain), takesBack(1), takesBack(1), ends(0, "granted")]);
  assert.deepEqual(outcomes(state), ["granted", "withdrawn", "open", "open"]);
  assert.deepEqual(opens(chain, takesBack(1), ends(0, "granted")), ["open-case case_sample-2"]);
});

test("a case that is decided, or that the application has not, cannot be taken back", () => {
  const { refusals } = play([...bundled(chain), ends(0, "granted"), takesBack(0), takesBack(7)]);
  assert.deepEqual(refusals, ["already-decided", "no-such-case"]);
});

test("taking all back asks what runs, tells of what waits, and begins nothing", () => {
  const all: ApplicationCommand = { type: "withdraw" };
  assert.deepEqual(opens(chain, all).toSorted(), [
    "tell case_sample-1 withdrawn",
    "tell case_sample-2 withdrawn",
    "withdraw-case case_sample-0",
    "withdraw-case case_sample-3",
  ]);
  const { state } = play([...bundled(chain), all, ends(0, "withdrawn"), ends(3, "withdrawn")]);
  assert.deepEqual(outcomes(state), ["withdrawn", "withdrawn", "withdrawn", "withdrawn"]);
  assert.equal(state?.phase, "withdrawn");
  assert.deepEqual(opens(chain, all, ends(0, "withdrawn")), []);
});

test("whoever applied for several things together is told when their one result is out, and that it was revoked", () => {
  const decided = [ends(0, "refused"), ends(2, "granted"), ends(3, "granted")];
  assert.deepEqual(opens(chain, ...decided, issue), ["tell case_sample-2 issued"]);
  const revoked: ApplicationCommand = { type: "revoke-result", reason: "issued-in-error" };
  assert.deepEqual(opens(chain, ...decided, issue, revoked), ["tell case_sample-2 revoked"]);

  assert.ok(submit.type === "submit");
  const { state, events } = play([draft, { ...submit, item: free }, conclude("granted"), issue]);
  const last = events.at(-1);
  assert.ok(state && last?.type === "application.issued.v1");
  assert.deepEqual(effectsOfApplication(state, last), [], "of one thing the grant told it");
});

test("when the application is erased, of a case that never began only what was told of it is left to erase", () => {
  const ended = [ends(0, "refused"), ends(2, "refused"), ends(3, "refused")];
  const erase: ApplicationCommand = { type: "erase", because: "retention-over" };
  assert.deepEqual(opens(chain, ...ended, erase), [
    "erase-subject",
    "erase-case case_sample-0",
    "erase-notices case_sample-1",
    "erase-case case_sample-2",
    "erase-case case_sample-3",
  ]);
});

test("a case that fell away is found until the application is erased, and never again", async () => {
  const ended = [ends(0, "refused"), ends(2, "refused"), ends(3, "refused")];
  const erase: ApplicationCommand = { type: "erase", because: "retention-over" };
  const { events } = play([...bundled(chain), ...ended, erase]);
  assert.ok(draft.type === "draft");
  const stream = draft.application;
  const hash = Hash.parse("a".repeat(64));
  const request = { actor: ActorId.parse("usr_owner"), key: "key", body: hash };
  const written = events.map((event, index) => {
    const at = later(noon("2026-11-23"), index);
    return { stream, seq: index + 1, at, request, events: [event], previous: hash, hash };
  });
  const after = (commits: readonly Commit[]) => {
    const store = {
      load: async (asked: StreamId) => (asked === stream ? commits : []),
      append: () => assert.fail("nothing is written"),
      feed: () => assert.fail("nothing is searched"),
    };
    const offer = offerOf({ items: [free], windows: [], departments: [], calendar: china });
    const catalogue = { current: async () => offer, item: async () => free };
    return findCase({ store, catalogue }, caseOf(1));
  };
  const lapsed = await after(written.slice(0, -1));
  assert.deepEqual([lapsed?.case, lapsed?.phase], [caseOf(1), "lapsed"]);
  assert.equal(await after(written), undefined);
});

test("a case that waited begins at the instant of the decision it waited for", () => {
  const { state } = play([...bundled(chain), ends(3, "granted"), ends(0, "granted")]);
  assert.ok(state);
  const [first, second, , fourth] = state.cases;
  assert.ok(first && second && fourth);
  assert.equal(readyAt(state, second), first.concludedAt);
  assert.equal(readyAt(state, fourth), state.submittedAt);
});

const shapesOf = (size: number): fc.Arbitrary<readonly Shape[]> =>
  fc.tuple(
    ...Array.from({ length: size }, (_, index) =>
      fc.record({
        after: fc.subarray(Array.from({ length: index }, (__, before) => before)),
        ifRefused: fc.constantFrom<IfRefused>("goes-on", "falls-away"),
      }),
    ),
  );

const happening = fc.oneof(
  fc.record({
    index: fc.nat(5),
    outcome: fc.constantFrom<"granted" | "refused" | "withdrawn">("granted", "refused", "withdrawn"),
  }),
  fc.record({ index: fc.nat(5), outcome: fc.constant("take back" as const) }),
  fc.record({ index: fc.nat(5), outcome: fc.constant("take all back" as const) }),
);

test("whatever is decided in whatever order, every case ends once, none begins before what it needs, and none is left", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }).chain(shapesOf),
      fc.array(happening, { maxLength: 30 }),
      (shapes, happenings) => {
        let state = play(bundled(shapes)).state;
        let seq = 2;
        const begun = new Set<string>();
        const run = (command: ApplicationCommand): void => {
          // All at one instant: the order of the commits is what counts.
          const context = { at: later(noon("2026-11-23"), 0), seq };
          const decision = application.decide(state, command, context);
          if ("refusal" in decision) return;
          const before = new Map(state?.cases.map((known) => [known.case, known.outcome]));
          for (const event of decision.events) state = application.evolve(state, event, context);
          seq += 1;
          assert.ok(state);
          for (const known of state.cases)
            if (before.get(known.case) !== undefined) assert.equal(known.outcome, before.get(known.case));
          for (const event of decision.events)
            for (const effect of effectsOfApplication(state, event))
              if (effect.kind === "open-case") begun.add(effect.case);
          note();
        };
        const note = (): void => {
          for (const known of state?.cases ?? []) {
            const needed = state?.cases.filter(({ case: other }) => known.after?.includes(other)) ?? [];
            if (!begun.has(known.case)) continue;
            assert.ok(needed.every(({ outcome }) => outcome !== undefined));
            assert.notEqual(known.outcome, "lapsed");
          }
        };
        for (const known of state?.cases ?? []) if (known.after === undefined) begun.add(known.case);
        const conclude = (index: number, outcome: "granted" | "refused" | "withdrawn"): void => {
          // Only a case that was begun can say how it ended.
          if (begun.has(caseOf(index))) run(ends(index, outcome));
        };
        for (const { index, outcome } of happenings) {
          if (outcome === "take back") run(takesBack(index));
          else if (outcome === "take all back") run({ type: "withdraw" });
          else conclude(index, outcome);
        }
        for (const _ of shapes) for (const index of shapes.keys()) conclude(index, "granted");
        assert.ok(state);
        assert.ok(
          state.cases.every(({ outcome }) => outcome !== undefined),
          outcomes(state).join(),
        );
        assert.ok(state.cases.every((known) => state !== undefined && !isWaiting(state, known)));
        assert.notEqual(state.phase, "submitted");
      },
    ),
    { numRuns: 300 },
  );
});
