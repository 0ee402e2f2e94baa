import { rules } from "@window/domain/rule/rules.ts";
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const tests = globSync("{packages,test}/**/*.test.ts", { cwd: root, exclude: ["**/node_modules/**"] })
  .filter((file) => !file.endsWith("articles.test.ts"))
  .map((file) => readFileSync(join(root, file), "utf8"));

test("every rule names its article, and a test that is there", () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { id, article, test: sentence } of rules) {
    assert.ok(article.length > 0, id);
    assert.ok(
      tests.some((text) => text.includes(`test("${sentence}"`)),
      `${id}: no test says "${sentence}"`,
    );
  }
});
