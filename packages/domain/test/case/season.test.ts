import { termsOf } from "@window/domain/case/terms.ts";
import { Item } from "@window/domain/item/item.ts";
import { SeasonId } from "@window/domain/item/season.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { china, noon } from "../calendar/sample.ts";
import { item, ruling } from "./sample.ts";

const season = {
  id: "summer",
  name: { zh: "夏季", en: "summer" },
  locality: "haikou",
  opens: noon("2026-11-02"),
  closes: noon("2026-11-20"),
  answeredBy: "2026-12-04",
  provenance: { kind: "example" },
};
const schooling = Item.parse({ ...item, seasons: [season] });
const begunOn = (day: string) =>
  termsOf(
    { calendar: china, from: noon(day), item: schooling },
    { ...ruling, season: SeasonId.parse("summer") },
  ).promised?.lastDay;

test("everybody who applied in a season has an answer by its day, whenever in it they applied", () => {
  assert.deepEqual([begunOn("2026-11-03"), begunOn("2026-11-19")], ["2026-12-04", "2026-12-04"]);
});

test("a case of a bundle that begins when the season has been answered is promised what its way promises", () => {
  assert.equal(begunOn("2026-12-07"), "2026-12-21");
});
