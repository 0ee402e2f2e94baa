/** What the generated types let through, and what not: the examples of the contract, and the same ones spoiled. */
import { exampleOf } from "@window/contract/examples.ts";
import { everyOperation } from "@window/contract/operations.ts";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import ts from "typescript";
import { temporaryFolder } from "../../../test/kit/temporary-folder.ts";
import { generate } from "../generate/generate.ts";

const folder = temporaryFolder();
after(() => folder.remove());
before(() => generate(folder.path));

/** What the compiler says of lines that use the client, with the number of the line. */
const said = (lines: readonly string[]): readonly (readonly [number, string])[] => {
  const file = join(folder.path, "src/used.ts");
  const head = `import { openWindow, type Api } from "./index.ts"; const w = openWindow({ origin: "" }); void w; declare const a: Api; void a;`;
  writeFileSync(file, [head, ...lines].join("\n"));
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file: where, start = 0, messageText }) => {
    const { line } = where?.getLineAndCharacterOfPosition(start) ?? { line: 0 };
    return [line, ts.flattenDiagnosticMessageText(messageText, " ")];
  });
};

test("every example of the contract, as request and as answer, is what the types say", () => {
  const lines = everyOperation.flatMap(([id]) => {
    const { request, answer } = exampleOf(id);
    const { headers, params, query, body } = request;
    const sent = JSON.stringify({ headers, params: numbered(params), query: numbered(query), body });
    const asking = `void w.${id}(${sent === "{}" ? "" : sent});`;
    return [
      asking,
      `({ a: ${JSON.stringify(answer.body ?? undefined)} }) satisfies { a: Api["${id}"]["answer"] };`,
    ];
  });
  assert.deepEqual(said(lines), []);
});

/** In an address everything is text; to the client a number is one. */
const NUMBERS = ["limit", "edition"];

const numbered = (asked: Readonly<Record<string, string>> | undefined) =>
  asked &&
  Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : value]),
  );

test("a wrong request does not compile", () => {
  const wrong = [
    `void w.draftApplication();`,
    `void w.draftApplication({ body: { item: "item_a", window: "win_a" } });`,
    `void w.draftApplication({ body: { item: 5, window: "win_a", answers: {} } });`,
    `void w.draftApplication({ body: { item: "item_a", window: "win_a", answers: {}, colour: "red" } });`,
    `void w.readApplication({ params: { case: "case_a" } });`,
    `void w.listApplications({ query: { phase: "done" } });`,
    `void w.listItems({ body: {} });`,
    `void w.reviseApplication({ params: { application: "app_a" }, body: { answers: {} } });`,
    `void w.listItems().then(({ items }) => items[0]?.colour);`,
    `void w.nothingOfOurs();`,
  ];
  const lines = new Set(said(wrong).map(([line]) => line));
  assert.deepEqual(
    wrong.filter((_, index) => !lines.has(index + 1)),
    [],
  );
});
