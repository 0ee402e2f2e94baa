import { ApplicationId, CaseId } from "@window/domain/id.ts";
import type { SortRange, Views } from "@window/domain/port/views.ts";
import { tombstone, ViewName, type ViewRow } from "@window/domain/view.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually } from "../kit/eventually.ts";
import { freshCase, freshName } from "../kit/fresh.ts";
import { everyHead, throwAway } from "../kit/throw-away.ts";

export interface ViewsHarness {
  readonly views: Views;
  readonly close: () => Promise<void>;
}

const row = (
  aggregate: ViewRow["aggregate"],
  seq: number,
  more: Partial<Pick<ViewRow, "view" | "partition" | "sort">> = {},
): ViewRow => ({
  view: "card",
  aggregate,
  seq,
  partition: "partition",
  sort: `sort-${String(seq).padStart(3, "0")}`,
  body: { seq, said: "好", list: [1, { nested: null }] },
  ...more,
});

/** All rows of a partition, page by page. */
const listAll = async (
  views: Views,
  partition: string,
  limit: number,
  range: SortRange = {},
): Promise<readonly ViewRow[]> => {
  const rows: ViewRow[] = [];
  let after: string | undefined;
  do {
    const page = await views.list("card", partition, {
      limit,
      ...range,
      ...(after === undefined ? {} : { after }),
    });
    assert.ok(page.rows.length <= limit);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
};

const listed = (views: Views, partition: string, count: number, limit = 50) =>
  eventually(
    () => listAll(views, partition, limit),
    (rows) => rows.length === count,
  );

/** The same sequence numbers in another order, each twice. */
const orders = [
  [1, 2, 3, 1, 2, 3],
  [3, 3, 2, 2, 1, 1],
  [2, 3, 1, 3, 1, 2],
];

const tellsNumbers = async (views: Views): Promise<void> => {
  const aggregates = Array.from({ length: 130 }, () => freshCase());
  const [gone, other, never] = [freshCase(), freshCase(), freshCase()];
  await Promise.all(aggregates.map((aggregate, index) => views.put(row(aggregate, index + 1))));
  await views.put(tombstone("card", gone, 7));
  await views.put(row(other, 3, { view: ViewName.parse("worklist:dept_one") }));
  const wanted = new Map(aggregates.map((aggregate, index) => [aggregate, index + 1]));
  wanted.set(gone, 7);
  assert.deepEqual(await views.seqs("card", [...aggregates, gone, gone, other, never]), wanted);
  assert.deepEqual(await views.seqs("card", []), new Map());
};

/** What `rebuild` does with rows. */
const renewing = (views: () => Views): void => {
  test("a row is replaced by one of the same number and by a newer one, never by an older one", async () => {
    const subject = row(freshCase(), 5);
    await views().replace(subject);
    for (const said of [5, 4, 6]) {
      await views().replace({ ...subject, seq: said, body: { said } });
      assert.deepEqual((await views().get("card", subject.aggregate))?.body, { said: said === 4 ? 5 : said });
    }
  });

  test("a row is taken away only as it was seen, and the oldest one can be written again", async () => {
    const aggregate = ApplicationId.parse(`app_${freshName()}`);
    const partition = freshName();
    await views().put(row(aggregate, 5, { partition }));
    await views().remove({ view: "card", aggregate, seq: 4 });
    assert.equal((await views().get("card", aggregate))?.seq, 5);
    for (let time = 0; time < 2; time += 1) await views().remove({ view: "card", aggregate, seq: 5 });
    assert.equal(await views().get("card", aggregate), undefined);
    assert.deepEqual(await listed(views(), partition, 0), []);
    await views().put(row(aggregate, 1));
    assert.equal((await views().get("card", aggregate))?.seq, 1);
  });

  test("whoever goes over all rows meets each once, tombstones too, and nothing is left when all are taken", async () => {
    const gone = freshCase();
    const rows = Array.from({ length: 1203 }, (_, index) => row(freshCase(), index + 1));
    for (let first = 0; first < rows.length; first += 50)
      await Promise.all(rows.slice(first, first + 50).map((each) => views().put(each)));
    await views().put(tombstone("card", gone, 9));
    const met = (await everyHead(views())).map(({ view, aggregate, seq }) => `${view} ${aggregate} ${seq}`);
    assert.equal(new Set(met).size, met.length);
    const wanted = [...rows, { aggregate: gone, seq: 9 }];
    for (const { aggregate, seq } of wanted) assert.ok(met.includes(`card ${aggregate} ${seq}`));
    await throwAway(views());
    assert.deepEqual(await everyHead(views()), []);
  });
};

export const viewsSuite = (name: string, make: () => Promise<ViewsHarness>): void => {
  describe(`views: ${name}`, () => {
    let views: Views;
    let close: () => Promise<void>;
    before(async () => {
      ({ views, close } = await make());
    });
    after(() => close());

    test("a row that was never written is not there", async () => {
      assert.equal(await views.get("card", freshCase()), undefined);
      assert.deepEqual(await views.list("card", freshName(), { limit: 10 }), { rows: [] });
    });

    test("a row comes back as it was written", async () => {
      const subject = row(freshCase(), 1, { partition: freshName() });
      await views.put(subject);
      assert.deepEqual(await views.get("card", subject.aggregate), subject);
      assert.deepEqual(await listed(views, subject.partition ?? "", 1), [subject]);
    });

    test("the newest row stays, in whatever order and however often they come", async () => {
      for (const order of orders) {
        const aggregate = freshCase();
        const partition = freshName();
        for (const seq of order) await views.put(row(aggregate, seq, { partition }));
        assert.deepEqual(await views.get("card", aggregate), row(aggregate, 3, { partition }));
        assert.deepEqual(await listed(views, partition, 1), [row(aggregate, 3, { partition })]);
      }
    });

    test("the newest row stays when all come at once", async () => {
      const aggregate = freshCase();
      await Promise.all([4, 2, 5, 1, 3, 5].map((seq) => views.put(row(aggregate, seq))));
      assert.equal((await views.get("card", aggregate))?.seq, 5);
    });

    test("another row of the same sequence number changes nothing", async () => {
      const first = row(freshCase(), 2);
      await views.put(first);
      await views.put({ ...first, body: { other: true } });
      assert.deepEqual(await views.get("card", first.aggregate), first);
    });

    test("a row moves to another partition as a whole", async () => {
      const aggregate = freshCase();
      const [from, to] = [freshName(), freshName()];
      await views.put(row(aggregate, 1, { partition: from }));
      await views.put(row(aggregate, 2, { partition: to }));
      assert.equal((await listed(views, to, 1)).length, 1);
      assert.deepEqual(await listed(views, from, 0), []);
    });

    test("a tombstone is remembered and never listed, and late rows do not bring the row back", async () => {
      const aggregate = freshCase();
      const partition = freshName();
      await views.put(row(aggregate, 1, { partition }));
      await views.put(tombstone("card", aggregate, 3));
      await views.put(row(aggregate, 2, { partition }));
      assert.deepEqual(await views.get("card", aggregate), tombstone("card", aggregate, 3));
      assert.deepEqual(await listed(views, partition, 0), []);
      await views.put(row(aggregate, 4, { partition }));
      assert.equal((await listed(views, partition, 1)).length, 1);
    });

    test("pages hold every row once, in the order of sort, also where sorts are equal", async () => {
      const partition = freshName();
      const rows = Array.from({ length: 11 }, (_, index) =>
        row(freshCase(), 1, { partition, sort: `2026-${String(Math.floor(index / 2)).padStart(2, "0")}` }),
      );
      await Promise.all(rows.toReversed().map((each) => views.put(each)));
      for (const limit of [1, 2, 3, 11, 50]) {
        const found = await listed(views, partition, rows.length, limit);
        assert.deepEqual(new Set(found.map(({ aggregate }) => aggregate)).size, rows.length);
        assert.deepEqual(
          found.map(({ sort }) => sort),
          rows.map(({ sort }) => sort),
        );
      }
    });

    test("a list within bounds holds what is at least the one and less than the other, page by page", async () => {
      const partition = freshName();
      const sorts = ["2026-01", "2026-02", "2026-02#a", "2026-03", "2026-04"];
      await Promise.all(sorts.map((sort) => views.put(row(freshCase(), 1, { partition, sort }))));
      await listed(views, partition, sorts.length);
      const bounds = [
        [{ from: "2026-02" }, sorts.slice(1)],
        [{ before: "2026-03" }, sorts.slice(0, 3)],
        [{ from: "2026-02", before: "2026-04" }, sorts.slice(1, 4)],
        [{ from: "2026-02#b", before: "2026-02#c" }, []],
        [{ from: "2026-03", before: "2026-03" }, []],
        [{ from: "2026-04", before: "2026-02" }, []],
      ] as const;
      for (const [range, inside] of bounds)
        for (const limit of [1, 2, 50]) {
          const found = await listAll(views, partition, limit, range);
          assert.deepEqual(
            found.map(({ sort }) => sort),
            inside,
          );
        }
    });

    test("rows that come and go between pages take no other row out of a list and bring none twice", async () => {
      const partition = freshName();
      const rows = Array.from({ length: 9 }, (_, index) =>
        row(freshCase(), 1, { partition, sort: `sort-${index}` }),
      );
      await Promise.all(rows.map((each) => views.put(each)));
      await listed(views, partition, rows.length);
      const first = await views.list("card", partition, { limit: 4 });
      const [, gone, , last] = first.rows;
      assert.ok(gone && last && first.next !== undefined);
      for (const { aggregate } of [gone, last]) await views.put(tombstone("card", aggregate, 2));
      await views.put(row(freshCase(), 1, { partition, sort: "sort-0" }));
      await listed(views, partition, rows.length - 1);
      const rest = await views.list("card", partition, { limit: 50, after: first.next });
      assert.deepEqual(rest.rows, rows.slice(4));
    });

    test("sequence numbers are told of as many as are asked for, tombstones included, and of one view alone", () =>
      tellsNumbers(views));

    test("views of one aggregate are kept apart", async () => {
      const aggregate = CaseId.parse(freshCase());
      const [one, two] = [ViewName.parse("worklist:dept_one"), ViewName.parse("worklist:dept_two")];
      const worklist = row(aggregate, 1, { view: one });
      await views.put(row(aggregate, 2));
      await views.put(worklist);
      assert.deepEqual(await views.get(one, aggregate), worklist);
      assert.equal(await views.get(two, aggregate), undefined);
      assert.equal((await views.get("card", aggregate))?.seq, 2);
    });

    renewing(() => views);
  });
};
