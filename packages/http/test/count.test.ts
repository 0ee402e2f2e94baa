import type { Quotas } from "@window/domain/port/quotas.ts";
import { count } from "@window/http/count.ts";
import { countedOfProgress } from "@window/http/limits.ts";
import { keyedDigest } from "@window/node/digest.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

/** Grants those of a name, and tells which buckets were touched. */
const granting = (names: readonly string[]) => {
  const touched: string[] = [];
  const quotas: Quotas = {
    async take(key, { name }) {
      touched.push(key);
      const granted = names.includes(name);
      return { granted, left: granted ? 1 : 0, fullIn: 60, nextIn: granted ? 0 : 7 };
    },
  };
  const asked = (number: string) =>
    count({ keyed: keyedDigest(Buffer.alloc(32)), quotas }, "post /progress", countedOfProgress("a", number));
  return { asked, touched };
};

test("a question that both quotas grant counts for both", async () => {
  const { asked, touched } = granting(["questions", "tries"]);
  const { granted, headers } = await asked("F69F-DFMT-7TRY");
  assert.ok(granted);
  assert.equal(touched.length, 2);
  assert.equal(headers["ratelimit"], '"questions";r=1;t=60, "tries";r=1;t=60');
});

test("whoever asks too often makes no bucket for each number he thinks of", async () => {
  const { asked, touched } = granting(["tries"]);
  for (const number of ["A", "B", "C"]) {
    const { granted, headers } = await asked(number);
    assert.ok(!granted);
    assert.equal(headers["retry-after"], "7");
  }
  assert.equal(new Set(touched).size, 1);
});
