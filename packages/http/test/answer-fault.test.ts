import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "@window/contract/problem.ts";
import { NothingPublished } from "@window/domain/port/nothing-published.ts";
import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import { answerFault } from "../src/answer-fault.ts";

const answered = async (error: Error) => {
  const lines: unknown[] = [];
  const response = await answerFault({ log: (line) => lines.push(line) }, error, "GET");
  const { code } = Problem.parse(await response.json());
  return { status: response.status, code, wait: response.headers.get("retry-after"), lines };
};

test("whoever comes before the first import is told to wait, and nothing is logged as a fault", async () => {
  assert.deepEqual(await answered(new NothingPublished()), {
    status: 503,
    code: "not-open-yet",
    wait: "60",
    lines: [],
  });
});

test("a store that is away is told to the caller and to the log", async () => {
  const { status, code, wait, lines } = await answered(new StoreUnavailable(new Error("disk")));
  assert.deepEqual([status, code, wait], [503, "store-unavailable", "5"]);
  assert.deepEqual(lines, [{ event: "store-unavailable", method: "GET" }]);
});

test("any other fault is answered by a number, and its words stay in the log's frames", async () => {
  const { status, code, wait, lines } = await answered(new TypeError("Maria Santos"));
  assert.deepEqual([status, code, wait, lines.length], [500, "fault-of-ours", null, 1]);
  assert.doesNotMatch(JSON.stringify(lines), /Maria/);
});
