import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { test } from "node:test";
import * as z from "zod";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const sources = globSync("{packages/*/{src,bin,test},functions,infra,test}/**/*.{ts,tsx}", {
  cwd: root,
  exclude: ["**/node_modules"],
});
const packages = globSync("packages/*", { cwd: root });
const linesOf = (file: string): number => read(file).trimEnd().split("\n").length;

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

test("every file is named after its idea, in kebab-case", () => {
  const names = sources.filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(basename(file)));
  assert.deepEqual(names, []);
});

test("no file is named after a kind of code", () => {
  const kinds =
    /^(utils?|helpers?|types?|constants?|common|index|misc|services?|managers?|base)\.tsx?$|-(utils?|helpers?|(?<!key-)service|manager|impl|dto|data|info)\.tsx?$/;
  assert.deepEqual(
    sources.filter((file) => kinds.test(basename(file))),
    [],
  );
});

test("every dependency is pinned to one version", () => {
  const loose = ["package.json", ...packages.map((path) => join(path, "package.json"))].flatMap((file) => {
    const { dependencies, devDependencies, optionalDependencies } = Manifest.parse(JSON.parse(read(file)));
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${file}: ${name} ${version}`);
  });
  assert.deepEqual(loose, []);
});

test("one package has one version in the whole house", () => {
  const versions = new Map<string, Set<string>>();
  for (const file of ["package.json", ...packages.map((path) => join(path, "package.json"))]) {
    const { dependencies, devDependencies } = Manifest.parse(JSON.parse(read(file)));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
    }
  }
  assert.deepEqual(
    [...versions].filter(([, found]) => found.size > 1).map(([name]) => name),
    [],
  );
});

test("an entry has at most 60 lines", () => {
  const entries = globSync("functions/*.ts", { cwd: root }).filter(
    (file) => !/\/(bundle|local|aws)[^/]*\.ts$/.test(file),
  );
  assert.deepEqual(
    entries.filter((file) => linesOf(file) > 60),
    [],
  );
});

test("a port has at most seven methods", () => {
  const crowded = globSync("packages/domain/src/port/*.ts", { cwd: root }).filter(
    (file) => (read(file).match(/^ {2}(readonly )?\w+\??(\(|: \()/gm) ?? []).length > 7,
  );
  assert.deepEqual(crowded, []);
});

test("no rule is switched off inside a file", () => {
  const marks = ["eslint" + "-disable", "@ts" + "-ignore", "@ts" + "-nocheck", "prettier" + "-ignore"];
  assert.deepEqual(
    sources.filter((file) => marks.some((mark) => read(file).includes(mark))),
    [],
  );
});

test("every package has a README of at most 40 lines that ends in its peculiarities", () => {
  for (const path of packages) {
    const file = join(path, "README.md");
    assert.ok(existsSync(join(root, file)), `${file} is missing`);
    assert.ok(linesOf(file) <= 40, `${file} has ${linesOf(file)} lines`);
    assert.equal(
      read(file)
        .match(/^## .*$/gm)
        ?.at(-1),
      "## Peculiarities",
      file,
    );
  }
});

test("every decision record has a number of its own, a context, a decision and its consequences", () => {
  const records = globSync("docs/adr/*.md", { cwd: root });
  const numbers = records.map((file) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(basename(file))?.[1]);
  assert.equal(new Set(numbers).size, records.length);
  const inOrder = /^(## |\*\*)Context[^]*^(## |\*\*)Decision[^]*^(## |\*\*)Consequences/m;
  assert.deepEqual(
    records.filter((file) => !inOrder.test(read(file))),
    [],
  );
});

test("every link of the README leads to a file", () => {
  const links = [...read("README.md").matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? "");
  assert.ok(links.length > 10);
  assert.deepEqual(
    links.filter((path) => !existsSync(join(root, path))),
    [],
  );
});
