import { standingAt, statusAt } from "@window/domain/edition/standing.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, draft, publish, shipped, tell, withdraw } from "./sample.ts";

const standing = (told: ReturnType<typeof tell>, hour: number) =>
  standingAt(told.editions, at(hour))?.content["text"];

test("what is shipped is published where nothing was", () => {
  const told = tell([() => shipped("one")]);
  assert.equal(standing(told, 0), "one");
  assert.equal(told.editions[0]?.origin, "seed");
});

test("the same content is imported once, whatever has become of it", () => {
  const told = tell([() => shipped("one"), () => withdraw(1, 1), () => shipped("one")]);
  assert.equal(told.editions.length, 1);
  assert.equal(standing(told, 3), undefined);
});

test("other shipped content becomes a draft, also where no operator has touched the first", () => {
  const told = tell([() => shipped("one"), () => shipped("two")]);
  assert.equal(standing(told, 2), "one");
  assert.deepEqual(
    told.editions.map((edition) => statusAt(told.editions, edition, at(2))),
    ["standing", "draft"],
  );
});

test("an edition published from a date stands from that very instant", () => {
  const told = tell([() => shipped("one"), () => draft("two", 1), () => publish(2, 2, at(10))]);
  assert.equal(standing(told, 9.999), "one");
  assert.equal(standing(told, 10), "two");
});

test("an edition that is withdrawn leaves nothing standing, and what it replaced does not come back", () => {
  const told = tell([() => shipped("one"), () => draft("two", 1), () => publish(2, 2), () => withdraw(2, 3)]);
  assert.equal(standing(told, 2), "two");
  assert.equal(standing(told, 3), undefined);
});

test("an edition that is withdrawn before its day never stands", () => {
  const told = tell([
    () => shipped("one"),
    () => draft("two", 1),
    () => publish(2, 2, at(10)),
    () => withdraw(2, 3),
  ]);
  assert.equal(standing(told, 11), "one");
});

test("of two editions of one day the one published later stands", () => {
  const told = tell([
    () => shipped("one"),
    () => draft("two", 1),
    () => draft("three", 2),
    () => publish(3, 3, at(10)),
    () => publish(2, 4, at(10)),
  ]);
  assert.equal(standing(told, 10), "two");
});

test("an operator who saw an older state changes nothing", () => {
  const told = tell([() => shipped("one"), () => draft("two", 1), () => draft("three", 1)]);
  assert.deepEqual(told.refusals, ["entry-changed-meanwhile"]);
});

test("says why an edition is not published or withdrawn", () => {
  const told = tell([
    () => shipped("one"),
    () => publish(9, 1),
    () => withdraw(9, 1),
    () => publish(1, 1),
    () => draft("two", 1),
    () => publish(2, 2, at(1)),
    () => publish(2, 2),
    () => withdraw(1, 3),
    () => withdraw(2, 3),
    () => publish(2, 4),
  ]);
  assert.deepEqual(told.refusals, [
    ...["no-such-edition", "no-such-edition", "already-published", "from-in-the-past"],
    ...["no-longer-stands", "no-longer-stands"],
  ]);
});

test("at most two editions wait for their day", () => {
  const told = tell([
    () => shipped("one"),
    ...["two", "three", "four"].map(
      (text) =>
        ({ seq }: { seq: number }) =>
          draft(text, seq),
    ),
    ...[2, 3, 4].map(
      (edition) =>
        ({ seq }: { seq: number }) =>
          publish(edition, seq, at(20 + edition)),
    ),
  ]);
  assert.deepEqual(told.refusals, ["too-many-scheduled"]);
});
