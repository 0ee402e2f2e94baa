import { Day } from "@window/domain/day.ts";
import { Item } from "@window/domain/item/item.ts";
import { Power } from "@window/domain/item/power.ts";
import { resolveKind } from "@window/domain/item/resolve-kind.ts";
import { Locality } from "@window/domain/place/locality.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./sample.ts";

const text = { zh: "示", en: "x" };
const [review] = written.ways;
const [rule] = written.kinds;
const employer = "91350100M000100Y43";
const options = ["a", "d", "e"].map((code) => ({ code, label: text }));
const level = { id: "level", type: "choice", label: text, required: true, privacy: "code", options };
const spot = { ...review, id: "spot", kind: "delegated", decides: "window", rounds: [] };

/** Class E is decided by an employer with the power, D and E by a place with it, the rest by review. */
const item = Item.parse({
  ...written,
  facts: { class: "level", employer: "employer" },
  fields: [...written.fields, level],
  ways: [review, spot, { ...spot, id: "by-employer", decides: "employer" }],
  kinds: [
    {
      ...rule,
      id: "employer",
      way: "by-employer",
      when: { answers: [{ field: "level", in: ["e"] }], power: "employer" },
    },
    { ...rule, id: "place", way: "spot", when: { power: "locality" } },
    { ...rule, id: "province", until: "2027-12-31" },
  ],
});

const power = (id: string, holder: object, classes: readonly string[], from = "2026-01-01") =>
  Power.parse({ id, holder, classes, from, basis: written.basis[0] });
const haikou = { of: "locality", locality: "haikou" };
const powers = [
  power("employer-e", { of: "employer", creditCode: employer }, ["e"]),
  power("haikou-d", haikou, ["d", "e"], "2026-07-01"),
];

const ruled = (level: string, place = "haikou", day = "2026-11-24", by = employer) =>
  resolveKind(item, powers, {
    answers: Object.fromEntries([
      ["level", level],
      ["employer", by],
    ]),
    place: Locality.parse(place),
    day: Day.parse(day),
  })?.rule.id;

test("an employer with the power decides the class it has the power over, and no other", () => {
  assert.equal(ruled("e"), "employer");
  assert.equal(ruled("a"), "province");
  assert.equal(ruled("e", "sanya", "2026-11-24", "91310230MA1K314J7C"), "province");
});

test("a place decides what was handed down to it, from the day on which it was", () => {
  assert.equal(ruled("d"), "place");
  assert.equal(ruled("d", "haikou", "2026-07-01"), "place");
  assert.equal(ruled("d", "haikou", "2026-06-30"), "province");
  assert.equal(ruled("d", "sanya"), "province");
});

test("when no rule is in force, nobody is competent", () => {
  assert.equal(ruled("a", "haikou", "2027-12-31"), "province");
  assert.equal(ruled("a", "haikou", "2028-01-01"), undefined);
});
