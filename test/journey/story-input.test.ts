import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { tellStory } from "../kit/tell-story.ts";

const examples = join(import.meta.dirname, "../../docs/example");
const folder = mkdtempSync(join(tmpdir(), "story-input-"));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const application = join(examples, "application.json");
const contract = join(examples, "contract.pdf");

/** The story refuses what it is given; resolves with what it said. */
const refused = async (...words: string[]): Promise<string> => {
  const { code, lines } = await tellStory(["--folder", join(folder, "story"), ...words]);
  assert.equal(code, 2);
  return lines.join("\n");
};

test("a file that is not there is named", async () => {
  assert.match(await refused("--input", join(folder, "none.json")), /none\.json: there is no such file/);
  const lease = join(folder, "lease.pdf");
  assert.match(
    await refused("--input", application, "--document", contract, "--document", lease),
    /lease\.pdf: there is no such file.*没有该文件/,
  );
});

test("a paper that is no PDF, is empty or has a name that says nothing is refused before anything is sent", async () => {
  const word = file("contract.pdf", "PK\u0003\u0004 not a PDF at all");
  const empty = file("empty.pdf", "");
  const text = file("lease.txt", "a lease");
  const said = await refused(
    "--input",
    application,
    ...[word, empty, text].flatMap((path) => ["--document", path]),
  );
  assert.match(said, /contract\.pdf: this is not a PDF: it begins with "PK/);
  assert.match(said, /empty\.pdf: the file is empty/);
  assert.match(said, /lease\.txt: the name has to end in \.pdf, \.jpg or \.png/);
});

test("an application that is no JSON, or has members that no application has, is told what is wrong with it", async () => {
  assert.match(await refused("--input", file("broken.json", "{")), /broken\.json: this is not JSON/);
  const draft = readFileSync(application, "utf8").replace('"item"', '"itme"');
  const said = await refused("--input", file("misspelt.json", draft));
  assert.match(said, /misspelt\.json: item: /);
  assert.match(said, /misspelt\.json: itme: /);
});

test("papers without an application, and options that do not exist, get the usage", async () => {
  assert.match(
    await refused("--document", contract),
    /--document needs --input[\s\S]*npm run story -- --input/,
  );
  assert.match(await refused("--inptu", application), /--inptu[\s\S]*npm run story -- --input/);
});

test("a folder that holds something else is left alone", async () => {
  const { code, lines } = await tellStory(["--folder", examples]);
  assert.equal(code, 2);
  assert.match(lines.join("\n"), /holds something else than a story/);
});

test("what the window refuses is told field by field, and a paper that is missing by its name", async () => {
  const faulty = readFileSync(application, "utf8")
    .replace("3200", "0")
    .replace('"passport": "L', '"pasport": "L');
  const said = await refused("--input", file("faulty.json", faulty), "--document", contract);
  assert.match(said, /The window refused \(422 answers-faulty\)/);
  assert.match(said, /answers\.pasport: /);
  assert.match(said, /answers\.monthly-rent: /);
  assert.match(
    await refused("--input", application, "--document", contract),
    /materials-missing[\s\S]*lease-contract/,
  );
});

test("a paper that only begins like a PDF is refused by the window's inspection", async () => {
  const half = file("half.pdf", readFileSync(contract).subarray(0, 1000));
  assert.match(await refused("--input", application, "--document", half), /half\.pdf: /);
});
