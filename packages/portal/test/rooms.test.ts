import assert from "node:assert/strict";
import { test } from "node:test";
import { everyOperation } from "@window/contract/operations.ts";
import { isOfPages } from "../src/rooms.ts";
import { opened } from "./opened.ts";

test("every page lies where requests are led to the pages", () => {
  const paths = opened()
    .routes.map(({ path }) => path)
    .filter((path) => !path.includes("*"));
  assert.ok(paths.length > 100);
  assert.deepEqual(
    paths.filter((path) => !isOfPages(path)),
    [],
  );
});

test("nothing of the API lies there, nor the login, the uploads or the door of a test", () => {
  const others = [...everyOperation.map(([, { path }]) => path), "/oidc/token", "/uploads", "/test/clock"];
  assert.deepEqual(others.filter(isOfPages), []);
  for (const path of ["/zhong", "/english", "/problem", "/portal.css/x", "//zh"])
    assert.equal(isOfPages(path), false, path);
});
