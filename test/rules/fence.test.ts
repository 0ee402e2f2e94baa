import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { resolve } from "node:path";
import { brokenRules } from "../kit/planted-house.ts";

const known = (name: string): string =>
  `import { known } from "@window/${name}/known.ts";\nexport const used = known;\n`;
const bare = (name: string): string => `import "${name}";\n`;

/** What is wrong, the file it is planted in, its text, and the rule that must name it. */
const wrong: readonly (readonly [string, string, string, string])[] = [
  [
    "the domain imports the contract",
    "packages/domain/src/a.ts",
    known("contract"),
    "domain-imports-one-way",
  ],
  [
    "the domain imports a type of the contract",
    "packages/domain/src/b.ts",
    'import type { known } from "@window/contract/known.ts";\nexport type Used = typeof known;\n',
    "domain-imports-one-way",
  ],
  [
    "the domain imports a Node module",
    "packages/domain/src/c.ts",
    bare("node:crypto"),
    "domain-imports-zod-alone",
  ],
  [
    "the domain imports another npm package",
    "packages/domain/src/d.ts",
    bare("hono"),
    "domain-imports-zod-alone",
  ],
  [
    "the domain reaches next door by a relative path",
    "packages/domain/src/e.ts",
    bare("../../node/src/known.ts"),
    "domain-imports-one-way",
  ],
  [
    "the domain loads an adapter when first needed",
    "packages/domain/src/f.ts",
    'export const late = () => import("@window/local/known.ts");\n',
    "domain-imports-one-way",
  ],
  [
    "the contract imports the catalogue",
    "packages/contract/src/a.ts",
    known("catalogue"),
    "contract-imports-one-way",
  ],
  [
    "the API imports an adapter",
    "packages/http/src/a.ts",
    known("local"),
    "adapters-only-in-composition-roots",
  ],
  [
    "the API imports what both runtimes share",
    "packages/http/src/b.ts",
    known("node"),
    "http-imports-one-way",
  ],
  ["a page imports the catalogue", "packages/portal/src/a.tsx", known("catalogue"), "portal-imports-one-way"],
  ["an AWS adapter imports a local one", "packages/aws/src/a.ts", known("local"), "aws-imports-one-way"],
  ["an AWS adapter imports the machines", "packages/aws/src/b.ts", known("workflow"), "aws-imports-one-way"],
  [
    "the department kit imports ours",
    "packages/department-kit/src/a.ts",
    known("contract"),
    "department-kit-imports-one-way",
  ],
  ["an entry imports an adapter", "functions/api.ts", known("aws"), "adapters-only-in-composition-roots"],
  [
    "the cloud's composition root imports a local adapter",
    "functions/aws.ts",
    known("local"),
    "cloud-knows-nothing-local",
  ],
  [
    "the local composition root imports an AWS adapter",
    "functions/local.ts",
    known("aws"),
    "local-knows-nothing-of-aws",
  ],
  ["an entry imports infra", "functions/feed.ts", bare("../infra/app.ts"), "functions-import-one-way"],
  ["infra imports the domain", "infra/data.ts", known("domain"), "infra-imports-one-way"],
  ["infra imports more of an adapter than its names", "infra/api.ts", known("aws"), "infra-imports-one-way"],
  [
    "the command that fills secrets imports more than their schemas",
    "infra/operator/secret.ts",
    known("domain"),
    "a-secret-is-written-as-it-is-read",
  ],
  [
    "an entry imports a test kit",
    "functions/sweep.ts",
    bare("../test/kit/person.ts"),
    "nothing-imports-test",
  ],
  [
    "a package imports its own tests",
    "packages/local/src/a.ts",
    bare("../test/fixture.ts"),
    "nothing-imports-test",
  ],
  [
    "the AWS SDK is used outside of its adapters",
    "functions/reach.ts",
    bare("@aws-sdk/client-dynamodb"),
    "aws-sdk-behind-ports",
  ],
  ["two files import each other", "packages/local/src/egg.ts", bare("./hen.ts"), "no-cycles"],
  [
    "an import leads nowhere",
    "packages/local/src/lost.ts",
    bare("@window/domain/nowhere.ts"),
    "every-import-resolves",
  ],
];

const right: readonly (readonly [string, string, string])[] = [
  [
    "the domain imports zod",
    "packages/domain/src/ok.ts",
    'import * as z from "zod";\nexport const Name = z.string();\n',
  ],
  ["the contract imports the domain", "packages/contract/src/ok.ts", known("domain")],
  [
    "a local adapter imports domain, node and workflow",
    "packages/local/src/ok.ts",
    known("domain") + bare("@window/node/known.ts") + bare("@window/workflow/known.ts") + bare("node:sqlite"),
  ],
  ["a page imports the contract and Hono", "packages/portal/src/ok.tsx", known("contract") + bare("hono")],
  [
    "the cloud's composition root imports its adapters",
    "functions/aws-queue.ts",
    known("aws") + bare("@window/node/known.ts") + bare("@window/http/known.ts"),
  ],
  [
    "the local composition root imports its adapters and a department",
    "functions/local-window.ts",
    known("local") + bare("@window/department-kit/known.ts"),
  ],
  [
    "infra imports the names and the machines",
    "infra/ok.ts",
    bare("@window/aws/names.ts") + bare("@window/workflow/known.ts") + bare("aws-cdk-lib"),
  ],
  ["an operator's command imports the names", "infra/operator/rebuild.ts", bare("@window/aws/names.ts")],
  [
    "a contract suite imports both adapters",
    "test/contract/ok.test.ts",
    known("aws") + bare("@window/local/known.ts") + bare("../kit/person.ts"),
  ],
];

const broken = brokenRules({
  ...Object.fromEntries([...wrong, ...right].map(([, file, text]) => [file, text])),
  "packages/local/src/hen.ts": bare("./egg.ts"),
  "packages/local/test/fixture.ts": "export const fixture = 1;\n",
  "packages/aws/src/names.ts": "export const tableName = 1;\n",
  "infra/app.ts": "export const app = 1;\n",
  "test/kit/person.ts": "export const person = 1;\n",
});

for (const [what, file, , rule] of wrong) {
  test(`the fence refuses it when ${what}`, () => {
    assert.ok(
      broken.get(file)?.includes(rule),
      `${file} broke ${broken.get(file)?.join() ?? "no rule"}, expected ${rule}`,
    );
  });
}

for (const [what, file] of right) {
  test(`the fence lets it pass when ${what}`, () => {
    assert.deepEqual(broken.get(file), undefined);
  });
}

test("the house itself keeps the fence", () => {
  const { status, stdout } = spawnSync("npm", ["run", "--silent", "check:fence"], {
    cwd: resolve(import.meta.dirname, "../.."),
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout);
});
